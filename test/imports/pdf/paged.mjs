// The truth of a document that was set: a draft with the pages where they begin, and the labels that were printed.

/**
 * @param {object} draft
 * @param {{block: number, word: number, page: string}[]} places of words: index of the block, number of the word in it (from 1), its page.
 * @param {Map<string, string> | null} labels what is printed for each note; null where the draft's own are.
 */
export function paged(draft, places, labels) {
  const starts = new Map();
  let page = null;
  for (const { block, word, page: here } of places) {
    if (here !== page) starts.set(`${block} ${word}`, here);
    page = here;
  }
  const blocks = draft.blocks.map((block, at) => ({
    ...block,
    content: broken(block.content, at, starts, labels),
  }));
  const notes = draft.notes.map((note) => ({ ...note, label: labels?.get(note.id) ?? note.label }));
  return { ...draft, format: 'pdf', blocks, notes };
}

/** Counts words as `latex.mjs` and `pages.mjs` do: in runs without marks only. */
function broken(content, at, starts, labels) {
  let word = 0;
  return content.flatMap((one) => {
    if (one.kind === 'marker') return [{ ...one, label: labels?.get(one.note) ?? one.label }];
    if (one.kind !== 'text' || one.marks?.length) return [one];
    const parts = [];
    let text = '';
    for (const part of one.text.split(/(?<= )/u)) {
      const label = part.trim() ? starts.get(`${at} ${(word += 1)}`) : undefined;
      if (label !== undefined) {
        if (text) parts.push({ ...one, text });
        parts.push({ kind: 'page', label, evidence: 'printed' });
        text = '';
      }
      text += part;
    }
    if (text) parts.push({ ...one, text });
    return parts;
  });
}
