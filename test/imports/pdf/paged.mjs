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
  return { ...draft, format: 'pdf', blocks: settled(blocks), notes };
}

/**
 * Places as they are in print. TeX tells the first word of a paragraph before its line is set, on the page before where a page
 * ends there, but no page begins at a second word; and the words of headings are not told, but none stands at the end of a page.
 */
export function settled(blocks) {
  const isPage = ({ kind }) => kind === 'page';
  const begins = ({ content }) => content.findIndex(isPage);
  const moved = blocks.map((block) => {
    const at = begins(block);
    const words = block.content
      .slice(0, Math.max(0, at))
      .map(({ text = '' }) => text)
      .join('');
    if (at < 1 || words.trim().split(/\s+/u).length > 1) return block;
    return { ...block, content: [block.content[at], ...block.content.toSpliced(at, 1)] };
  });
  for (let at = moved.length - 1; at > 0; at -= 1) {
    const [before, block] = [moved[at - 1], moved[at]];
    if (before.kind !== 'heading' || begins(block) !== 0 || begins(before) >= 0) continue;
    moved[at - 1] = { ...before, content: [block.content[0], ...before.content] };
    moved[at] = { ...block, content: block.content.slice(1) };
  }
  return moved;
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
