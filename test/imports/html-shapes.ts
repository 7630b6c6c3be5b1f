/** How tools write notes in HTML: the number in the text, a note, and all notes. Each is one shape of `as-html.ts`. */
import type { DraftNote } from '../../src/model/draft.ts';

/** One number in the text. */
export interface Use {
  readonly note: DraftNote;
  /** Of this note, from 1. */
  readonly nth: number;
  readonly label: string;
}

/** The note as a shape gets it: `n` is its place among all, from 1; `uses` its numbers; `inner` its paragraphs as HTML. */
export interface Written {
  readonly note: DraftNote;
  readonly n: number;
  readonly uses: readonly Use[];
  readonly inner: readonly string[];
  readonly isMissing: boolean;
}

export interface HtmlShape {
  readonly name: string;
  /** The number in the text. */
  marker(use: Use, written: Written): string;
  /** All notes, at the end; empty where notes stand in the text. */
  notes(all: readonly Written[]): string;
  /** What this way of writing cannot say. */
  readonly lacks?: readonly ('repeated' | 'nested' | 'labels' | 'missing' | 'adjacent' | 'paragraphs')[];
}

const there = (all: readonly Written[]): readonly Written[] => all.filter((one) => !one.isMissing);
const list = (all: readonly Written[], item: (one: Written) => string): string =>
  there(all).map(item).join('\n');
const back = ({ note, nth }: Use): string => (nth === 1 ? `r${note.id}` : `r${note.id}-${nth}`);
const joined = (paragraphs: readonly string[]): string => paragraphs.map((one) => `<p>${one}</p>`).join('');
const first = ({ uses }: Written): Use => uses[0] as Use;
/** The paragraphs with something before the first and behind the last. */
const wrapped = (paragraphs: readonly string[], before: string, behind: string): string =>
  paragraphs
    .map((one, at) => `<p>${at === 0 ? before : ''}${one}${at === paragraphs.length - 1 ? behind : ''}</p>`)
    .join('');

export const htmlShapes: readonly HtmlShape[] = [
  {
    name: 'pandoc',
    lacks: ['labels', 'repeated'],
    marker: (use) =>
      `<a href="#${use.note.id}" class="footnote-ref" id="${back(use)}" role="doc-noteref"><sup>${use.label}</sup></a>`,
    notes: (all) =>
      `<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr/><ol>${list(all, (one) => `<li id="${one.note.id}" value="${one.n}">${wrapped(one.inner, '', `<a href="#${back(first(one))}" class="footnote-back" role="doc-backlink">↩︎</a>`)}</li>`)}</ol></section>`,
  },
  {
    name: 'GitHub',
    lacks: ['labels'],
    marker: (use) =>
      `<sup><a href="#user-content-fn-${use.note.id}" id="user-content-${back(use)}" data-footnote-ref="" aria-describedby="footnote-label">${use.label}</a></sup>`,
    notes: (all) =>
      `<section data-footnotes="" class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2><ol>${list(all, (one) => `<li id="user-content-fn-${one.note.id}" value="${one.n}">${wrapped(one.inner, '', one.uses.map((use) => ` <a href="#user-content-${back(use)}" data-footnote-backref="" class="data-footnote-backref">↩</a>`).join(''))}</li>`)}</ol></section>`,
  },
  {
    name: 'kramdown',
    marker: (use) =>
      `<sup id="fnref:${use.note.id}${use.nth > 1 ? `:${use.nth - 1}` : ''}"><a href="#fn:${use.note.id}" class="footnote" rel="footnote">${use.label}</a></sup>`,
    notes: (all) =>
      `<div class="footnotes"><ol>${list(all, (one) => `<li id="fn:${one.note.id}">${wrapped(one.inner, '', `&nbsp;<a href="#fnref:${one.note.id}" class="reversefootnote">&#8617;</a>`)}</li>`)}</ol></div>`,
  },
  {
    name: 'Sphinx',
    marker: (use) =>
      ` <a class="footnote-reference brackets" href="#${use.note.id}" id="${back(use)}" role="doc-noteref"><span class="fn-bracket">[</span>${use.label}<span class="fn-bracket">]</span></a>`,
    notes: (all) =>
      list(
        all,
        (one) =>
          `<aside class="footnote brackets" id="${one.note.id}" role="doc-footnote"><span class="label"><span class="fn-bracket">[</span>${one.uses.length === 1 ? `<a role="doc-backlink" href="#${back(first(one))}">${one.note.label}</a>` : one.note.label}<span class="fn-bracket">]</span></span>${one.uses.length > 1 ? `<span class="backrefs">(${one.uses.map((use, at) => `<a role="doc-backlink" href="#${back(use)}">${at + 1}</a>`).join(',')})</span>` : ''}${joined(one.inner)}</aside>`,
      ),
  },
  {
    name: 'docutils dl',
    marker: (use) =>
      `<a class="footnote-reference brackets" href="#${use.note.id}" id="${back(use)}">${use.label}</a>`,
    notes: (all) =>
      `<dl class="footnote brackets">${list(all, (one) => `<dt class="label" id="${one.note.id}"><span class="brackets"><a class="fn-backref" href="#${back(first(one))}">${one.note.label}</a></span></dt><dd>${joined(one.inner)}</dd>`)}</dl>`,
  },
  {
    name: 'Wikipedia',
    marker: (use) =>
      `<sup id="cite_ref-${use.note.id}_${use.nth}" class="reference"><a href="#cite_note-${use.note.id}"><span class="cite-bracket">&#91;</span>${use.label}<span class="cite-bracket">&#93;</span></a></sup>`,
    notes: (all) =>
      `<div class="mw-references-wrap"><ol class="references">${list(all, (one) => `<li id="cite_note-${one.note.id}"><span class="mw-cite-backlink">${one.uses.length === 1 ? `<b><a href="#cite_ref-${one.note.id}_1">^</a></b>` : `^ ${one.uses.map((use, at) => `<a href="#cite_ref-${one.note.id}_${use.nth}"><sup><i><b>${'abcdefgh'[at]}</b></i></sup></a>`).join(' ')}`}</span> <span class="reference-text">${one.inner.join('<br><br>')}</span></li>`)}</ol></div>`,
  },
  {
    name: 'Word',
    lacks: ['repeated'],
    marker: (use) =>
      `<a href="#_ftn${use.note.id}" name="_ftnref${use.note.id}" title=""><span class=MsoFootnoteReference><span style='vertical-align:super'>[${use.label}]</span></span></a>`,
    notes: (all) =>
      `<div><br clear=all><hr align=left size=1 width="33%">${list(all, (one) => `<div id=ftn${one.note.id}>${one.inner.map((inner, at) => `<p class=MsoFootnoteText>${at === 0 ? `<a href="#_ftnref${one.note.id}" name="_ftn${one.note.id}" title=""><span class=MsoFootnoteReference>[${one.note.label}]</span></a> ` : ''}${inner}</p>`).join('')}</div>`)}</div>`,
  },
  {
    name: 'LibreOffice',
    lacks: ['repeated'],
    marker: (use) =>
      `<sup><a class="sdfootnoteanc" name="sdfootnote${use.note.id}anc" href="#sdfootnote${use.note.id}sym"><sup>${use.label}</sup></a></sup>`,
    notes: (all) =>
      list(
        all,
        (one) =>
          `<div id="sdfootnote${one.note.id}">${one.inner.map((inner, at) => `<p class="sdfootnote">${at === 0 ? `<a class="sdfootnotesym" name="sdfootnote${one.note.id}sym" href="#sdfootnote${one.note.id}anc">${one.note.label}</a>` : ''}${inner}</p>`).join('')}</div>`,
      ),
  },
  {
    name: 'Google Docs',
    lacks: ['repeated'],
    marker: (use) =>
      `<sup><a href="#ftnt${use.note.id}" id="ftnt_ref${use.note.id}">[${use.label}]</a></sup>`,
    notes: (all) =>
      `<hr>${list(all, (one) => `<div>${one.inner.map((inner, at) => `<p class="c0">${at === 0 ? `<a href="#ftnt_ref${one.note.id}" id="ftnt${one.note.id}">[${one.note.label}]</a>` : ''}<span>&nbsp;${inner}</span></p>`).join('')}</div>`)}`,
  },
  {
    name: 'Gutenberg',
    lacks: ['repeated'],
    marker: (use) =>
      `<a id="FNanchor_${use.note.id}"></a><a href="#Footnote_${use.note.id}" class="fnanchor">[${use.label}]</a>`,
    notes: (all) =>
      `<div class="footnotes"><h3>FOOTNOTES:</h3>${list(all, (one) => `<div class="footnote">${one.inner.map((inner, at) => `<p>${at === 0 ? `<a id="Footnote_${one.note.id}"></a><a href="#FNanchor_${one.note.id}"><span class="label">[${one.note.label}]</span></a> ` : ''}${inner}</p>`).join('')}</div>`)}</div>`,
  },
  {
    name: 'DocBook',
    lacks: ['repeated'],
    marker: (use) =>
      `<a href="#ftn.${use.note.id}" class="footnote" id="${use.note.id}"><sup class="footnote">[${use.label}]</sup></a>`,
    notes: (all) =>
      `<div class="footnotes"><br/><hr style="width:100; text-align:left;"/>${list(all, (one) => `<div id="ftn.${one.note.id}" class="footnote">${wrapped(one.inner, `<a href="#${one.note.id}" class="para"><sup class="para">[${one.note.label}] </sup></a>`, '')}</div>`)}</div>`,
  },
  {
    name: 'bare paragraphs',
    lacks: ['paragraphs'],
    marker: (use) => `<sup><a href="#n-${use.note.id}">${use.label}</a></sup>`,
    notes: (all) =>
      `<h2>Notes</h2>${list(all, (one) => `<p id="n-${one.note.id}">${one.note.label}. ${one.inner.join(' ')}</p>`)}`,
  },
  {
    name: 'old anchors',
    lacks: ['repeated', 'paragraphs'],
    marker: (use) => `<a name="t${use.note.id}" href="#f${use.note.id}">(${use.label})</a>`,
    notes: (all) =>
      `<hr>${list(all, (one) => `<p><a name="f${one.note.id}" href="#t${one.note.id}">(${one.note.label})</a> ${one.inner.join(' ')}`)}`,
  },
  {
    name: 'list without links back',
    lacks: ['labels'],
    marker: (use) => `<sup><a href="#note-${use.note.id}">${use.label}</a></sup>`,
    notes: (all) =>
      `<h2>Notes</h2><ol>${list(all, (one) => `<li id="note-${one.note.id}" value="${one.n}">${joined(one.inner)}</li>`)}</ol>`,
  },
  {
    name: 'no links at all',
    lacks: ['repeated', 'nested', 'labels', 'missing', 'adjacent', 'paragraphs'],
    marker: (use) => `<sup>${use.label}</sup>`,
    notes: (all) => `<h2>Notes</h2><ol>${list(all, (one) => `<li>${one.inner.join(' ')}</li>`)}</ol>`,
  },
  {
    name: 'Easy Footnotes',
    lacks: ['labels', 'missing', 'nested'],
    marker: (use) =>
      `<span id="easy-footnote-${use.note.id}-${use.nth}" class="easy-footnote-margin-adjust"></span><span class="easy-footnote"><a href="#easy-footnote-bottom-${use.note.id}" title="a note"><sup>${use.label}</sup></a></span>`,
    notes: (all) =>
      `<div class="easy-footnote-title"><h4>Notes</h4></div><ol class="easy-footnotes-wrapper">${list(all, (one) => `<li class="easy-footnote-single" value="${one.n}"><span id="easy-footnote-bottom-${one.note.id}" class="easy-footnote-margin-adjust"></span>${one.inner.join('<br><br>')}<a class="easy-footnote-to-top" href="#easy-footnote-${one.note.id}-1"></a></li>`)}</ol>`,
  },
  {
    name: 'Substack',
    lacks: ['repeated'],
    marker: (use) =>
      `<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-${use.note.id}" href="#footnote-${use.note.id}" target="_self">${use.label}</a>`,
    notes: (all) =>
      list(
        all,
        (one) =>
          `<div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-${one.note.id}" href="#footnote-anchor-${one.note.id}" class="footnote-number" contenteditable="false" target="_self">${one.note.label}</a><div class="footnote-content">${joined(one.inner)}</div></div>`,
      ),
  },
  {
    name: 'Tufte',
    lacks: ['repeated', 'labels', 'nested', 'missing', 'paragraphs'],
    marker: (use, { inner }) =>
      `<label for="sn-${use.note.id}" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-${use.note.id}" class="margin-toggle"/><span class="sidenote">${inner.join(' ')}</span>`,
    notes: () => '',
  },
  {
    name: 'Distill',
    lacks: ['repeated', 'labels', 'nested', 'missing', 'paragraphs'],
    marker: (_use, { inner }) => `<d-footnote>${inner.join(' ')}</d-footnote>`,
    notes: () => '',
  },
  {
    name: 'DPUB',
    marker: (use) => `<a epub:type="noteref" href="#${use.note.id}" id="${back(use)}">${use.label}</a>`,
    notes: (all) =>
      list(
        all,
        (one) =>
          `<aside epub:type="footnote" role="doc-footnote" id="${one.note.id}">${wrapped(one.inner, `<a href="#${back(first(one))}">${one.note.label}</a> `, '')}</aside>`,
      ),
  },
  {
    name: 'table of notes',
    lacks: ['repeated', 'paragraphs'],
    marker: (use) => `<a href="#note${use.note.id}" id="ref${use.note.id}"><sup>${use.label}</sup></a>`,
    notes: (all) =>
      `<table class="notes">${list(all, (one) => `<tr><td><a id="note${one.note.id}" href="#ref${one.note.id}">${one.note.label}</a></td><td>${one.inner.join(' ')}</td></tr>`)}</table>`,
  },
];
