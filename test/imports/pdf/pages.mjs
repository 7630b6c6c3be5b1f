// A draft as a PDF by the browser of the tests: paginated by a script of our own, with notes at the foot of pages or columns,
// running heads and folios; and the truth of it. Works on every machine that has the tests' browser.
import { paged } from './paged.mjs';

/** Runs in the page: lays blocks into pages, and answers the page of every word. */
function paginate({ draft, layout }) {
  const { columns = 1, height = 900, width = 620, firstPage = 1, heads = true, margin = 60 } = layout;
  const notes = new Map(draft.notes.map((note) => [note.id, note]));
  const places = [];
  const gap = 24;
  const columnWidth = (width - gap * (columns - 1)) / columns;
  let [number, column, page, body, foot] = [firstPage - 1, columns, null, null, null];
  const make = (name, parent, text = '') => {
    const element = document.createElement('div');
    element.className = name;
    element.textContent = text;
    parent.append(element);
    return element;
  };
  const next = () => {
    column += 1;
    if (column >= columns) {
      column = 0;
      number += 1;
      page = make('page', document.body);
      if (heads)
        make('head', page, number % 2 ? (draft.front.title ?? '') : (draft.front.authors ?? []).join(', '));
      make('folio', page, layout.folio === 'dashes' ? `– ${number} –` : String(number));
    }
    const frame = make('column', page);
    frame.style.left = `${margin + column * (columnWidth + gap)}px`;
    frame.style.width = `${columnWidth}px`;
    frame.style.height = `${height}px`;
    body = make('body', frame);
    foot = make('foot', frame);
  };
  const noteOf = ({ id, label, content }) => {
    const element = document.createElement('div');
    element.className = 'note';
    const words = content
      .map((one) => one.map((part) => (part.kind === 'text' ? part.text : '')).join(''))
      .join(' ');
    const raised = document.createElement(layout.raised === false ? 'span' : 'sup');
    raised.textContent = layout.raised === false ? `${label}. ` : label;
    element.append(raised, layout.raised === false ? words : ` ${words}`);
    element.dataset.note = id;
    return element;
  };
  const isFull = () => body.offsetHeight + foot.offsetHeight > height;
  const ends = [];
  /** The parts of a block: words with the markers that follow them. */
  const partsOf = (block) => {
    const parts = [];
    for (const one of block.content) {
      if (one.kind === 'marker')
        (parts.at(-1) ?? parts[parts.push({ text: '', markers: [] }) - 1]).markers.push(one);
      else if (one.kind === 'text')
        for (const text of one.text.split(/(?<= )/u))
          parts.push({ text, markers: [], marks: one.marks ?? [] });
    }
    return parts;
  };
  const put = (target, { text, markers, marks = [] }, found) => {
    const node = marks.includes('em') ? document.createElement('em') : document.createElement('span');
    node.textContent = text.replace(/ $/u, '');
    target.append(node);
    for (const { note, label } of markers) {
      const sup = document.createElement('sup');
      sup.textContent = label;
      target.append(sup);
      const whole = notes.get(note);
      if (whole && !found.has(note)) {
        found.add(note);
        if (layout.notes === 'end') ends.push(whole);
        else foot.append(noteOf(whole));
      }
    }
    if (text.endsWith(' ')) target.append(' ');
  };
  const found = new Set();
  next();
  if (layout.title !== false) {
    make('title', body, draft.front.title ?? '');
    make('authors', body, (draft.front.authors ?? []).join(', '));
  }
  draft.blocks.forEach((block, at) => {
    const parts = partsOf(block);
    const begin = (isFirst) => {
      const target = make(`${block.kind}${isFirst ? '' : ' more'} level${block.level ?? 1}`, body);
      if (isFirst && block.label) target.append(`${block.label} `);
      return target;
    };
    if (block.kind === 'heading' && body.offsetHeight + foot.offsetHeight > height - 90) next();
    let target = begin(true);
    let word = 0;
    let tellable = 0;
    while (word < parts.length) {
      const before = { nodes: [...target.childNodes], notes: [...foot.children], found: new Set(found) };
      put(target, parts[word], found);
      if (isFull() && (before.nodes.length > 1 || body.children.length > 1)) {
        target.replaceChildren(...before.nodes);
        foot.replaceChildren(...before.notes);
        found.clear();
        for (const one of before.found) found.add(one);
        if (before.nodes.length === 0) target.remove();
        else target.classList.add('broken');
        next();
        target = begin(before.nodes.length === 0);
        continue;
      }
      const isPlain = !parts[word].marks?.length;
      if (isPlain && parts[word].text.trim()) {
        tellable += 1;
        places.push({ block: at, word: tellable, page: String(number) });
      }
      word += 1;
    }
  });
  if (layout.notes === 'end') {
    const target = make('heading level1', body, 'Notes');
    if (isFull()) {
      target.remove();
      next();
      body.append(target);
    }
    for (const note of ends) {
      const element = noteOf(note);
      body.append(element);
      if (isFull()) {
        element.remove();
        next();
        body.append(element);
      }
    }
  }
  return places;
}

const sheet = ({
  size = 13,
  noteSize = 10,
  font = 'Open Sans',
  width = 620,
  height = 900,
  margin = 60,
  gap = 1.35,
}) => `
  @page { size: ${width + 2 * margin}px ${height + 2 * margin}px; margin: 0; }
  * { margin: 0; box-sizing: border-box; }
  body { font: ${size}px/${gap} '${font}', serif; }
  .page { position: relative; width: ${width + 2 * margin}px; height: ${height + 2 * margin}px; break-after: page; overflow: hidden; }
  .column { position: absolute; top: ${margin}px; }
  .head { position: absolute; top: ${margin / 2 - 6}px; left: ${margin}px; right: ${margin}px; text-align: center; font-size: ${size - 2}px; font-style: italic; }
  .folio { position: absolute; bottom: ${margin / 2 - 8}px; left: 0; right: 0; text-align: center; font-size: ${size - 1}px; }
  .foot { position: absolute; bottom: 0; left: 0; right: 0; }
  .foot:not(:empty) { border-top: 1px solid; padding-top: 4px; }
  .note { font-size: ${noteSize}px; line-height: 1.3; }
  .title { font-size: ${size + 10}px; text-align: center; margin-bottom: 8px; font-weight: bold; }
  .authors { text-align: center; margin-bottom: 20px; }
  .paragraph { text-indent: 18px; text-align: justify; }
  .more { text-indent: 0; }
  .broken { text-align-last: justify; }
  .quotation { margin: 8px 26px; text-align: justify; font-size: ${size - 1}px; }
  .item { padding-left: 30px; text-indent: -20px; }
  .item.more { text-indent: 0; }
  .heading { font-weight: bold; margin: 16px 0 6px; font-size: ${size + 3}px; }
  .level2, .level3 { font-size: ${size + 1}px; }
  .paragraph.level1, .quotation.level1, .item.level1 { font-weight: normal; }
  .item.level2 { margin-left: 20px; font-size: inherit; }
  sup { font-size: 0.65em; line-height: 0; }
`;

/**
 * Sets a draft with a browser of playwright.
 * @returns {Promise<{bytes: Buffer, truth: object}>}
 */
export async function setByBrowser(browser, draft, layout) {
  const page = await browser.newPage();
  try {
    await page.setContent(
      `<!doctype html><html lang="en"><head><title></title><style>${sheet(layout)}</style></head><body></body></html>`,
    );
    const places = await page.evaluate(paginate, { draft, layout });
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: false,
      outline: false,
    });
    return { bytes, truth: paged(draft, places, null) };
  } finally {
    await page.close();
  }
}
