// A draft as a PDF by LaTeX, and the truth of it: pages and labels as they came out. Needs pdflatex; see `make.mjs`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paged } from './paged.mjs';

const signs = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '—': '---',
  '–': '--',
  '“': '``',
  '”': "''",
  '‘': '`',
  '’': "'",
  '"': '\\textquotedbl{}',
  '†': '\\dag{}',
  '‡': '\\ddag{}',
  '…': '\\dots{}',
};

/** Words as LaTeX: what means something to it is escaped. */
const escaped = (text) =>
  text
    .replace(/[\\~^—–“”‘’"†‡…]/gu, (sign) => signs[sign])
    .replace(/[{}](?!\})|[$&#_%]/gu, (sign) => (/[$&#_%]/u.test(sign) ? `\\${sign}` : sign));

const marked = {
  em: 'emph',
  strong: 'textbf',
  superscript: 'textsuperscript',
  subscript: 'textsubscript',
  small_caps: 'textsc',
  code: 'texttt',
};

function worded({ text, marks = [] }) {
  return marks.reduce((inner, mark) => `\\${marked[mark]}{${inner}}`, escaped(text));
}

/** Inline content; before every word of the text its place is told, so that the page of each is known. */
function inline(content, block, write) {
  let word = 0;
  return content
    .map((one) => {
      if (one.kind === 'marker') return write.note(one);
      if (one.kind !== 'text') return '';
      if (one.marks?.length || block === null) return worded(one);
      return one.text
        .split(/(?<= )/u)
        .map((part) => `${part.trim() ? `\\place{${block}}{${(word += 1)}}` : ''}${escaped(part)}`)
        .join('');
    })
    .join('');
}

function noted(draft, layout) {
  const notes = new Map(draft.notes.map((note) => [note.id, note]));
  const order = [];
  const words = (note) => note.content.map((one) => inline(one, null, { note: () => '' })).join('\\par ');
  return {
    order,
    note({ note: id, label }) {
      const note = notes.get(id);
      order.push(id);
      const sets = layout.labels === 'own' ? `\\gdef\\thefootnote{${escaped(label)}}` : '';
      const tells = `\\tells{${order.length}}`;
      if (layout.notes === 'end') return `\\footnotemark{}${tells}`;
      return `${sets}\\footnote{${tells}${words(note)}}`;
    },
    ends: () =>
      layout.notes === 'end'
        ? `\\section*{Notes}\n\\begingroup\\small\\parindent0pt\n${order
            .map((id) => `\\textsuperscript{${notes.get(id).label}}~${words(notes.get(id))}\\par`)
            .join('\n')}\\endgroup`
        : '',
  };
}

function body(draft, layout, write) {
  const out = [];
  draft.blocks.forEach((block, at) => {
    const label = block.label ? `${escaped(block.label)} ` : '';
    const words = inline(block.content, block.kind === 'heading' ? null : at, write);
    if (block.kind === 'heading')
      out.push(`\\${block.level === 1 ? 'section' : 'subsection'}*{${label}${words}}`);
    else if (block.kind === 'quotation')
      out.push(`\\begin{${layout.quotation ?? 'quote'}}\n${words}\n\\end{${layout.quotation ?? 'quote'}}`);
    else if (block.kind === 'item') {
      const isFirst = draft.blocks[at - 1]?.kind !== 'item';
      const isLast = draft.blocks[at + 1]?.kind !== 'item';
      const head = block.label ? `[${escaped(block.label)}]` : '';
      out.push(
        `${isFirst ? '\\begin{itemize}\n' : ''}\\item${head} ${words}${isLast ? '\n\\end{itemize}' : ''}`,
      );
    } else out.push(`${words}\n`);
  });
  return out.join('\n');
}

/** The whole source; `write.order` tells the notes in their order afterwards. */
function source(draft, layout, write) {
  const { columns = 1, size = 10, font = '', heads = true, firstPage = 1, links = false } = layout;
  const text = body(draft, layout, write);
  const author = (draft.front.authors ?? []).map(escaped).join(' \\and ');
  return `\\documentclass[${size}pt${columns === 2 ? ',twocolumn' : ''},${layout.paper ?? 'a4paper'}]{article}
\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}\\usepackage{textcomp}
${font ? `\\usepackage{${font}}` : ''}
${layout.labels === 'per-page' ? '\\usepackage[perpage]{footmisc}' : ''}
${layout.labels === 'symbols' ? '\\usepackage[perpage,symbol]{footmisc}' : ''}
${layout.geometry ? `\\usepackage[${layout.geometry}]{geometry}` : ''}
${layout.noteSize ? `\\renewcommand\\footnotesize{${layout.noteSize}}` : ''}
${heads ? `\\usepackage{fancyhdr}\\pagestyle{fancy}\\fancyhf{}\\fancyhead[C]{\\small\\itshape ${escaped(draft.front.title ?? '')}}\\fancyfoot[C]{${layout.folio ?? '\\thepage'}}` : ''}
${links ? `\\usepackage${links === 'hidden' ? '[hidelinks]' : ''}{hyperref}` : ''}
\\pagenumbering{${layout.folios ?? 'arabic'}}\\setcounter{page}{${firstPage}}
\\newwrite\\places\\immediate\\openout\\places=places.txt
\\newcommand\\place[2]{\\write\\places{W #1 #2 \\thepage}}
\\makeatletter\\newcommand\\tells[1]{\\begingroup\\let\\protect\\relax\\protected@edef\\@tempa{\\thefootnote}\\immediate\\write\\places{N #1 \\meaning\\@tempa}\\endgroup}
\\makeatother
\\title{${escaped(draft.front.title ?? '')}}\\author{${author}}\\date{${draft.front.year ?? ''}}
${layout.preamble ?? ''}
\\begin{document}
${layout.title === false ? '' : '\\maketitle'}
${text}
${write.ends()}
\\end{document}
`;
}

const symbols = {
  textasteriskcentered: '*',
  textdagger: '†',
  textdaggerdbl: '‡',
  textsection: '§',
  textparagraph: '¶',
  textbardbl: '‖',
};

/** A label as \meaning tells it: letters and digits as they are, symbols by the names that they have in text. */
function label(told) {
  const bare = told.replace(/^macro:->/u, '').trim();
  const named = /^\\TextOrMath\s*\{([^}]*)\}/u.exec(bare)?.[1];
  return named?.replace(/\\(\w+)\s*/gu, (_, name) => symbols[name] ?? '') ?? bare;
}

/**
 * Sets a draft with LaTeX.
 * @returns {{bytes: Buffer, truth: object}} the file, and the draft with pages and labels as they came out.
 */
export function setByLatex(draft, layout) {
  const folder = mkdtempSync(join(tmpdir(), 'as-latex-'));
  try {
    const write = noted(draft, layout);
    writeFileSync(join(folder, 'paper.tex'), source(draft, layout, write));
    for (let run = 0; run < (layout.runs ?? 2); run += 1)
      execFileSync('pdflatex', ['-interaction=batchmode', 'paper.tex'], {
        cwd: folder,
        stdio: 'ignore',
        env: { ...process.env, SOURCE_DATE_EPOCH: '0' },
      });
    const told = readFileSync(join(folder, 'places.txt'), 'utf8')
      .split('\n')
      .map((line) => line.split(' '));
    const places = told
      .filter(([kind]) => kind === 'W')
      .map(([, block, word, page]) => ({ block: Number(block), word: Number(word), page }));
    const labels = new Map(
      told
        .filter(([kind]) => kind === 'N')
        .map(([, at, ...rest]) => [write.order[at - 1], label(rest.join(' '))]),
    );
    return {
      bytes: readFileSync(join(folder, 'paper.pdf')),
      truth: paged(draft, places, layout.notes === 'end' || layout.labels === 'own' ? null : labels),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
