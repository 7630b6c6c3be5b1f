/** Proves that `paper.xml` says what `source.txt` says, word for word, and that the proof itself would notice. */
import { expect } from '@open-wc/testing';

const base = new URL('../../corpus/', import.meta.url);
const runningHead = /^Alternatives: Turkish Journal of International Relations, Vol\. 7, .* 48\s*$/;
const noteCount = 79;
const hasMeaning = /[\p{L}\p{N}]/u;

let source = '';
let xml = '';
let index = '';

async function load(path: string): Promise<string> {
  const response = await fetch(new URL(path, base));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

before(async () => {
  [source, xml, index] = await Promise.all([
    load('gul-2008/source.txt'),
    load('gul-2008/paper.xml'),
    load('index.json'),
  ]);
});

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const wordsOf = (text: string): string[] => squeeze(text).split(' ');

/**
 * The source as running text, without its one running head.
 *
 * Line ends: every line ends in a space, except where the break falls inside a word, right after a hyphen
 * or a dash ("re-" + "domination", "sides–" + "the"). There the next line goes on without a space; at every
 * other line end the break is white space.
 */
function joinLines(text: string): string {
  const lines = text.split('\n').filter((line) => !runningHead.test(line));
  return lines.join('\n').replace(/([-–])\n\s*/g, '$1');
}

/**
 * The words of the source with each marker in braces (`them.{1}`), so that a marker is never taken for a
 * number of the text. The next marker is the next number in turn that stands right behind a letter or closing
 * punctuation (at most one space after a full stop or a quotation mark) and before white space or punctuation.
 */
function sourceWords(text: string): string[] {
  let rest = joinLines(text);
  let done = '';
  for (let note = 1; note <= noteCount; note++) {
    const match = new RegExp(`(?<=\\p{L}|[.,”’…]|[.”] )${note}(?=[\\s.,)]|$)`, 'u').exec(rest);
    if (!match) throw new Error(`marker ${note} not found in the source`);
    done += `${rest.slice(0, match.index)}{${note}}`;
    rest = rest.slice(match.index + match[0].length);
  }
  return wordsOf(done + rest);
}

function parse(text: string): Document {
  const paper = new DOMParser().parseFromString(text, 'text/xml');
  const fault = paper.querySelector('parsererror');
  if (fault) throw new Error(squeeze(fault.textContent));
  return paper;
}

const blockNames = new Set(['label', 'title', 'p']);

/** The text under a node in document order, markers in braces, white space around every block. */
function readNode(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (!(node instanceof Element)) return '';
  const text = [...node.childNodes].map(readNode).join('');
  if (node.matches('xref[ref-type=fn]')) return `{${text}}`;
  return blockNames.has(node.localName) ? `\n${text}\n` : text;
}

function bodyOf(paper: Document): Element {
  const body = paper.querySelector('article > body');
  if (!body) throw new Error('the paper has no body');
  return body;
}

const paperWords = (text: string): string[] => wordsOf(readNode(bodyOf(parse(text))));

/** Null where both say the same; else the first place where they part, with the words around it. */
function firstDifference(expected: readonly string[], actual: readonly string[]): string | null {
  const length = Math.max(expected.length, actual.length);
  for (let at = 0; at < length; at++) {
    if (expected[at] === actual[at]) continue;
    const show = (words: readonly string[]) =>
      `… ${words.slice(Math.max(0, at - 6), at).join(' ')} [${words[at] ?? 'end of the text'}] ${words.slice(at + 1, at + 7).join(' ')} …`;
    return `word ${at + 1} differs\n  source: ${show(expected)}\n  paper:  ${show(actual)}`;
  }
  return null;
}

const compare = (paper: string): string | null => firstDifference(sourceWords(source), paperWords(paper));

describe('the words of the paper', () => {
  it('are those of the source, in its order, markers included', () => {
    expect(compare(xml), compare(xml) ?? '').to.equal(null);
  });

  it('keep the misprints of the copy', () => {
    const words = paperWords(xml);
    const text = ` ${words.join(' ')} `;
    for (const misprint of [
      'discus',
      'Kozyev,',
      'Pritish Petrolium',
      'mid-l990s.{31}',
      'should , therefore,',
    ])
      expect(text.split(` ${misprint} `), misprint).to.have.length(2);
  });

  it('are as many as the index of the corpus says', () => {
    const spoken = sourceWords(source).map((word) => word.replace(/\{\d+\}/g, ''));
    const words = spoken.filter((word) => hasMeaning.test(word)).length;
    const listed = JSON.parse(index) as { papers: { counts: unknown }[] };
    expect(listed.papers[0]?.counts).to.deep.equal({ notes: noteCount, pages: 15, words });
  });
});

describe('the source as it is read', () => {
  it('leaves out one running head and nothing else', () => {
    expect(source.split('\n').filter((line) => runningHead.test(line))).to.have.length(1);
  });

  it('joins words at a line end in these eight places only', () => {
    const joins = [...source.matchAll(/(\S*[-–])\n\s*(\S+)/g)].map(([, head, tail]) => `${head}${tail}`);
    expect(joins).to.deep.equal([
      're-domination',
      'KGB-successor',
      'sides–the',
      'ex-Soviet',
      'self-claimed',
      'Russian-Azerbaijani',
      'one-seventh',
      'anti-Russian',
    ]);
  });
});

/** Replaces the one occurrence of `from` in the paper; a mutation that changes nothing proves nothing. */
function alter(from: string, to: string): string {
  const parts = xml.split(from);
  expect(parts, `"${from}" stands once in the paper`).to.have.length(2);
  return parts.join(to);
}

const marker = (note: number): string => `<xref ref-type="fn" rid="fn${note}">${note}</xref>`;

describe('the comparison of words', () => {
  it('reports a word dropped, added, doubled, moved or changed, and shows where', () => {
    const mutants = {
      dropped: alter('collapse of Pax Sovieticus has', 'collapse of Sovieticus has'),
      added: alter('collapse of Pax Sovieticus has', 'collapse of the Pax Sovieticus has'),
      doubled: alter('collapse of Pax Sovieticus has', 'collapse of Pax Pax Sovieticus has'),
      moved: alter('collapse of Pax Sovieticus has', 'collapse of Sovieticus has Pax'),
      changed: alter('collapse of Pax Sovieticus has', 'collapse of pax Sovieticus has'),
      split: alter('collapse of Pax Sovieticus has', 'collapse of Pax Soviet icus has'),
    };
    for (const [name, mutant] of Object.entries(mutants)) {
      expect(compare(mutant), name).to.match(/source: .*collapse of .*Pax.*\n {2}paper: .*collapse of/);
    }
  });

  it('reports a correction, a mended hyphen and a loss at either end', () => {
    expect(compare(alter('I will discus the', 'I will discuss the'))).to.contain('[discus]');
    expect(compare(alter('system of re-domination', 'system of redomination'))).to.contain('[re-domination]');
    expect(compare(alter('Introduction</title>', '</title>'))).to.contain('[Introduction]');
    const end = '</p>\n    </sec>\n  </body>';
    expect(compare(alter(`Caspian Sea.${end}`, `Caspian${end}`)))
      .to.contain('[Sea.]')
      .and.contain('[end of the text]');
  });
});

describe('the comparison of words, markers and white space', () => {
  it('reports a marker moved, dropped, exchanged or turned into plain text', () => {
    expect(compare(alter(`for them.${marker(1)}`, `for them${marker(1)}.`))).to.contain('[them.{1}]');
    expect(compare(alter(`abroad.${marker(3)} Actually,`, `abroad. Actually,${marker(3)}`))).to.contain(
      '{3}',
    );
    expect(compare(alter(marker(40), ''))).to.contain('{40}');
    expect(compare(alter(marker(62), marker(63)))).to.contain('[{63}]');
    expect(compare(alter(marker(76), '76'))).to.contain('[Nagorno-Karabakh.”76]');
  });

  it('does not mind white space between words', () => {
    expect(compare(alter('collapse of Pax Sovieticus', 'collapse \n\t of  Pax\nSovieticus'))).to.equal(null);
    expect(compare(xml.replace(/>\n\s*/g, '>'))).to.equal(null);
  });
});

interface Word {
  readonly start: number;
  readonly text: string;
}

/** Every `step`th word of the body with its place in the XML, attributes and tags left alone. */
function sampleWords(step: number): readonly (readonly [Word, Word])[] {
  const body = xml.indexOf('<body>');
  const inside = xml.slice(body, xml.indexOf('</body>'));
  const words = [...inside.matchAll(/(?<=[\s>])[^\s<>="]+(?=[\s<])/g)].map((match): Word => ({
    start: body + match.index,
    text: match[0],
  }));
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    return at % step === 0 && next ? [[word, next] as const] : [];
  });
}

/** The XML with the stretch from `start` replaced. */
const splice = (start: number, length: number, text: string): string =>
  xml.slice(0, start) + text + xml.slice(start + length);

describe('the comparison of words, anywhere in the paper', () => {
  it('reports each sampled word dropped, doubled or exchanged with the next', function () {
    this.timeout(60_000);
    const expected = sourceWords(source);
    const pairs = sampleWords(97);
    expect(pairs.length).to.be.greaterThan(50);
    for (const [word, next] of pairs) {
      const between = xml.slice(word.start + word.text.length, next.start);
      const mutants = [
        splice(word.start, word.text.length, ''),
        splice(word.start, word.text.length, `${word.text} ${word.text}`),
      ];
      if (word.text !== next.text) {
        const whole = word.text.length + between.length + next.text.length;
        mutants.push(splice(word.start, whole, next.text + between + word.text));
      }
      for (const mutant of mutants) {
        expect(firstDifference(expected, paperWords(mutant)), word.text).to.be.a('string');
      }
    }
  });
});

describe('the notes and their markers', () => {
  it('are 79 markers, 1 to 79 in order, each leading to its note', () => {
    const paper = parse(xml);
    const markers = [...bodyOf(paper).querySelectorAll('xref')];
    const numbers = Array.from({ length: noteCount }, (_, at) => String(at + 1));
    expect(markers.map((xref) => xref.textContent)).to.deep.equal(numbers);
    for (const xref of markers) {
      expect(xref.getAttribute('ref-type')).to.equal('fn');
      const id = xref.getAttribute('rid') ?? '';
      const note = paper.querySelector(`back > fn-group > fn[id="${id}"]`);
      expect(note?.querySelector('label')?.textContent, id).to.equal(xref.textContent);
    }
  });

  it('are 79 notes, each said to be missing and without words of its own', () => {
    const notes = [...parse(xml).querySelectorAll('fn')];
    expect(notes).to.have.length(noteCount);
    notes.forEach((note, at) => {
      expect(note.id).to.equal(`fn${at + 1}`);
      expect(note.getAttribute('specific-use')).to.equal('missing-in-source');
      expect(squeeze(note.textContent)).to.equal(String(at + 1));
    });
  });
});

/** The headings as the source prints them: section, depth, label, title. */
const headings: readonly (readonly [string, number, string, string])[] = [
  ['I', 1, 'I.', 'Introduction'],
  [
    'II',
    1,
    'II.',
    'The Evolution of Russian Foreign Policy: Formation of Mechanisms and Foreign Policy Concepts About the “Near Abroad”',
  ],
  ['III', 1, 'III.', 'Azerbaijan and Russia: Determinants of Relations'],
  ['III.A', 2, 'A.', 'Russia’s Self-Perception'],
  ['III.B', 2, 'B.', 'Russian Interests in Azerbaijan'],
  ['III.C', 2, 'C.', 'Azerbaijan’s Foreign Policy Preferences'],
  ['III.C.1', 3, '1.', 'Azerbaijan’s Relations with Russia During the Rule of Ebulfez Elchibey'],
  ['III.C.2', 3, '2.', 'The Aliyev Government and Relations with Russia'],
  ['IV', 1, 'IV.', 'Problematic Issues Between Azerbaijan and Russia'],
  ['IV.A', 2, 'A.', 'Russian Hand in the Domestic Politics of Azerbaijan'],
  ['IV.B', 2, 'B.', 'Russia’s Support for Armenia Against Azerbaijan in the Nagorno Karabakh Conflict'],
  ['IV.C', 2, 'C.', 'Dispute over the Legal Status of the Caspian Sea'],
  ['V', 1, 'V.', 'Conclusion'],
];

/** How many sections a section stands in, itself included. */
function depthOf(section: Element): number {
  const around = section.parentElement?.closest('sec');
  return around ? depthOf(around) + 1 : 1;
}

/** The blocks of a section itself: those of the sections inside it are not its own. */
const ownBlocks = (section: Element): Element[] =>
  [...section.querySelectorAll('p')].filter((block) => block.closest('sec') === section);

describe('the sections', () => {
  it('are 13, with the labels, titles and depths of the source', () => {
    const found = [...bodyOf(parse(xml)).querySelectorAll('sec')].map((section) => {
      const [label, title] = [...section.children].slice(0, 2).map((child) => squeeze(child.textContent));
      return [section.id.replace(/^sec-/, ''), depthOf(section), label, title];
    });
    expect(found).to.deep.equal(headings);
  });

  it('number their own blocks from 1, and no id stands twice', () => {
    const paper = parse(xml);
    for (const section of bodyOf(paper).querySelectorAll('sec')) {
      const name = section.id.replace(/^sec-/, '');
      const ids = ownBlocks(section).map((block) => block.id);
      expect(ids).to.deep.equal(ids.map((_, at) => `p-${name}-${at + 1}`));
    }
    const all = [...paper.querySelectorAll('[id]')].map((element) => element.id);
    expect(new Set(all).size).to.equal(all.length);
  });
});

/** First and last words of the block quotations, as the source sets them off. */
const quotations: readonly (readonly [string, string])[] = [
  ['Meanwhile, overall institutional arrangements', 'policy coordination and development.”{6}'],
  ['States of the CIS and Baltics constitute', 'there some imperial order.{26}'],
  ['The appointment of Primakov, with deep roots', 'great power status did not come cheaply. {30}'],
  ['[The] four documents form Putin’s Doctrine.', 'and should , therefore, be managed…{35}'],
  ['Azerbaijan desires to recapture the statehood', 'threat to local Communist rule.{46}'],
  ['At the end of 1989, republics were gathering', 'burgeoning democratic movement (the PF).{72}'],
];

/** First and last words of the items of the one list. */
const items: readonly (readonly [string, string, string])[] = [
  ['(i)', 'the inevitable frustration of Russia’s hopes', 'effects of Western economic assistance,'],
  ['(ii)', 'the very real and urgent challenges', 'former union republics of the USSR, and'],
  ['(iii)', 'the rapid realization that the United States', 'along Russia’s new international frontier.{22}'],
];

describe('quotations and the list', () => {
  it('are six block quotations that begin and end where the source sets them off', () => {
    const found = [...parse(xml).querySelectorAll('disp-quote')].map((quote) => squeeze(readNode(quote)));
    expect(found).to.have.length(quotations.length);
    quotations.forEach(([first, last], at) => {
      expect(found[at]?.slice(0, first.length)).to.equal(first);
      expect(found[at]?.slice(-last.length)).to.equal(last);
    });
  });

  it('are one list of three items with the labels of the source', () => {
    const paper = parse(xml);
    expect(paper.querySelectorAll('list')).to.have.length(1);
    const found = [...paper.querySelectorAll('list > list-item')];
    expect(found).to.have.length(items.length);
    items.forEach(([label, first, last], at) => {
      const text = squeeze([...(found[at]?.querySelectorAll('p') ?? [])].map(readNode).join(' '));
      expect(found[at]?.querySelector('label')?.textContent).to.equal(label);
      expect(text.slice(0, first.length)).to.equal(first);
      expect(text.slice(-last.length)).to.equal(last);
    });
  });
});

/** Page, how it is known, the words it begins with. Beyond 47 and 48 the copy only shows a break. */
const pages: readonly (readonly [string, string, string])[] = [
  ['p47', 'known', 'Introduction The sudden collapse'],
  ['p48', 'printed', 'Commonwealth of Independent States (CIS) in 1992'],
  ['p49', 'inferred', 'Meanwhile, overall institutional'],
  ['p50', 'inferred', 'According to Jackson, the second stage'],
  ['p51', 'inferred', 'intervene in the CIS-while'],
  ['p52', 'inferred', 'States and its allies'],
  ['p53', 'inferred', 'create a belt'],
  ['p54', 'inferred', 'Russia was the least'],
  ['p55', 'inferred', 'create opportunities both'],
  ['p56', 'inferred', 'And so even before'],
  ['p57', 'inferred', 'legacy.51'],
  ['p58', 'inferred', 'Yeltsin, and his statements'],
  ['p59', 'inferred', 'cooperation, even re-integration'],
  ['p60', 'inferred', 'Mehdiyeva explains'],
  ['p61', 'inferred', 'However, after Russian interest'],
];

/** The text of the body after a page start. */
function textAfter(target: Element): string {
  const range = target.ownerDocument.createRange();
  range.setStartAfter(target);
  range.setEndAfter(bodyOf(target.ownerDocument));
  return squeeze(range.toString());
}

describe('the page starts', () => {
  it('are 47 to 61 in order, each at its first word', () => {
    const targets = [...bodyOf(parse(xml)).querySelectorAll('target[target-type=page]')];
    expect(targets.map((target) => target.id)).to.deep.equal(pages.map(([id]) => id));
    pages.forEach(([id, use, words], at) => {
      const target = targets[at];
      if (!target) throw new Error(`${id} is missing`);
      expect(target.getAttribute('specific-use'), id).to.equal(use);
      expect(textAfter(target).slice(0, words.length), id).to.equal(words);
    });
  });

  it('stand inside a block and carry no words', () => {
    for (const target of parse(xml).querySelectorAll('target')) {
      expect(target.textContent).to.equal('');
      expect(blockNames.has(target.parentElement?.localName ?? ''), target.id).to.equal(true);
    }
  });

  it('show their trace in the source: a line begun by a space right under a full one', () => {
    const traces = [...source.matchAll(/\S[^\n]*\n {1,2}(\S[^\n]*)/g)].map((match) =>
      squeeze(match[1] ?? ''),
    );
    const inferred = pages.filter(([, use]) => use === 'inferred').map(([, , words]) => words);
    // The line in Kozyrev's speech looks alike, but falls between two breaks of the regular rhythm.
    const found = traces.filter((line) => !line.startsWith('comparable to the idea'));
    expect(found).to.have.length(inferred.length);
    inferred.forEach((words, at) => expect(found[at]?.slice(0, words.length)).to.equal(words));
  });
});
