/** The written SVG: sound XML with every word, nothing outside, nothing that runs, and the map inside. */
import { expect } from '@open-wc/testing';
import type { NotebookFile } from '../../src/model/notebook-file.ts';
import { darkPalette, lightPalette } from '../../src/map/palette.ts';
import { drawCaptions } from '../../src/map/captions.ts';
import { chosenPart } from '../../src/map/chosen-part.ts';
import { notebookInSvg } from '../../src/map/svg-notebook.ts';
import { writeSvg, type SvgPicture } from '../../src/map/svg.ts';
import { grownRecords } from './grown.ts';
import { claim, sampleRecords, step } from './sample.ts';
import { notebook, picture } from './svg-picture.ts';

const parse = (svg: string): Document => {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(parsed.querySelectorAll('parsererror').length).to.equal(0);
  return parsed;
};

const readSvg = (svg: string): unknown => notebookInSvg(parse(svg).documentElement);

/** The words of a claim's group, its role and notes aside. */
const wordsOf = (group: Element): string =>
  [...group.querySelectorAll('text[font-size="14"]')].map((text) => text.textContent).join(' ');

/** Puts an SVG into the page and answers what of it lies outside its frame. */
function outside({ svg }: SvgPicture): string[] {
  const root = document.importNode(parse(svg).documentElement, true) as unknown as SVGSVGElement;
  document.body.append(root);
  const frame = root.getBoundingClientRect();
  const found = [...root.querySelectorAll('text, path, rect, circle')].filter((shape) => {
    const box = shape.getBoundingClientRect();
    return (
      box.left < frame.left - 1 ||
      box.right > frame.right + 1 ||
      box.top < frame.top - 1 ||
      box.bottom > frame.bottom + 1
    );
  });
  root.remove();
  return found.map((shape) => shape.outerHTML);
}

describe('the map as SVG', () => {
  it('says every wording in text, one group a claim, linked to its passage', async () => {
    const records = grownRecords(60, 4);
    const parsed = parse(writeSvg(await picture(records)).svg);
    const claims = records.filter((record) => record.kind === 'claim');
    expect(parsed.querySelectorAll('g[id^="claim-"]').length).to.equal(claims.length);
    for (const one of claims) {
      const group = parsed.getElementById(`claim-${one.id}`);
      expect(group && wordsOf(group)).to.equal(one.wording);
      expect(group?.querySelector('title')?.textContent).to.equal(one.wording);
      expect(group?.querySelector('a')?.getAttribute('href')).to.equal(
        `https://example.org/#/sample?claim=${one.id}`,
      );
    }
    expect(parsed.querySelector(':root > title')?.textContent).to.equal('Russia and Azerbaijan');
    expect(parsed.querySelector(':root > desc')?.textContent).to.contain(`${claims.length} claims`);
  });

  it('keeps everything inside its frame, with and without legend, title and date', async () => {
    const whole = await picture(sampleRecords);
    const bare = { title: null, citation: null, date: null, hasLegend: false };
    for (const part of [{}, bare, { palette: darkPalette }]) {
      expect(outside(writeSvg({ ...whole, ...part }))).to.deep.equal([]);
    }
    const small = await picture([
      claim('a', 'conclusion', 'Short.'),
      claim('b', 'issue', 'Too.'),
      step('s', ['b'], 'a'),
    ]);
    expect(
      outside(
        writeSvg({ ...small, title: 'A title that is a good deal longer than the map is wide. '.repeat(4) }),
      ),
    ).to.deep.equal([]);
  });

  it('keeps the words of a card on the card', async () => {
    const root = document.importNode(
      parse(writeSvg(await picture(grownRecords(60, 4))).svg).documentElement,
      true,
    );
    document.body.append(root);
    for (const group of root.querySelectorAll('g[id^="claim-"]')) {
      const card = group.querySelector('path')?.getBoundingClientRect();
      for (const text of group.querySelectorAll('text')) {
        const box = text.getBoundingClientRect();
        expect(box.left, text.textContent ?? '').to.be.at.least((card?.left ?? NaN) + 4);
        expect(box.right, text.textContent ?? '').to.be.at.most((card?.right ?? NaN) - 4);
      }
    }
    root.remove();
  });

  it('shows only the part that is asked for', async () => {
    const whole = await picture(sampleRecords);
    const box = whole.layout.nodes.get('p10');
    if (!box) throw new Error('The claim has no place.');
    const parsed = parse(
      writeSvg({ ...whole, area: { ...box, width: box.width + 8, height: box.height + 8 } }).svg,
    );
    expect([...parsed.querySelectorAll('g[id^="claim-"]')].map((group) => group.id)).to.deep.equal([
      'claim-p10',
    ]);
  });

  it('takes hostile words as words', async () => {
    const hostile = [
      '</text><script>alert(1)</script>',
      '"><svg onload="alert(1)">',
      ']]>&amp;<!-- --> &#x1; \u0001\u0000 \ud800 end',
      'יחסי רוסיה ואזרבייג׳ן',
    ];
    const records = hostile.map((wording, at) => claim(`a"<${at}>'&`, 'premise', wording));
    const parsed = parse(writeSvg(await picture(records, { title: hostile[0] ?? '' })).svg);
    expect(parsed.querySelectorAll('script, [onload], image, foreignObject').length).to.equal(0);
    const groups = [...parsed.querySelectorAll('g[id^="claim-"]')];
    expect(new Set(groups.map((group) => group.id)).size).to.equal(hostile.length);
    expect(groups.map((group) => wordsOf(group).replaceAll(/\s/gu, ''))).to.deep.equal(
      // eslint-disable-next-line no-control-regex
      hostile.map((wording) => wording.replaceAll(/[\u0000\u0001\ud800]/gu, '\ufffd').replaceAll(/\s/gu, '')),
    );
    expect(groups[3]?.querySelector('text[direction=rtl]')?.textContent).to.contain('יחסי');
    expect(
      (readSvg(writeSvg(await picture(records)).svg) as NotebookFile).records.map((one) => one.id),
    ).to.deep.equal(records.map((one) => one.id));
  });

  it('carries the map whole', async () => {
    const { svg } = writeSvg(await picture(sampleRecords));
    expect(readSvg(svg)).to.deep.equal(notebook(sampleRecords));
    expect(readSvg('<svg xmlns="http://www.w3.org/2000/svg"/>')).to.equal(null);
  });

  it('leaves the ground open when transparent', async () => {
    const clear = parse(writeSvg(await picture(sampleRecords, { isTransparent: true })).svg);
    const solid = parse(writeSvg(await picture(sampleRecords)).svg);
    expect(clear.querySelectorAll(':root > rect').length).to.equal(0);
    expect(solid.querySelector(':root > rect')?.getAttribute('fill')).to.equal(lightPalette.paper);
  });

  it('says of each line what supports or attacks what, where it is asked', async () => {
    const parsed = parse(writeSvg(await picture(sampleRecords)).svg);
    const symbols = [...parsed.querySelectorAll('[role=graphics-symbol] > title')];
    const gists = sampleRecords.flatMap((one) => ('gist' in one ? [one.gist] : []));
    expect(gists).to.have.length.above(3);
    for (const gist of gists) expect(symbols.map((one) => one.textContent)).to.contain(gist);
  });

  it('sets the notes beneath in columns, none over another, every word once', () => {
    const captions = Array.from({ length: 23 }, (_, at) => ({
      label: String(at + 90),
      words: Array.from({ length: (at % 7) * 9 + 1 }, (__, word) => `w${at}x${word}`).join(' '),
    }));
    for (const width of [300, 800, 2000]) {
      const { svg, height } = drawCaptions(captions, lightPalette, width);
      const drawn = parse(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${svg}</svg>`,
      );
      const root = document.importNode(drawn.documentElement, true);
      document.body.append(root);
      const frame = root.getBoundingClientRect();
      const boxes = [...root.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
      const words = [...root.querySelectorAll('text')].flatMap((text) => text.textContent.split(' '));
      root.remove();
      const wanted = captions.flatMap((one) => [one.label, ...one.words.split(' ')]);
      expect([...words].sort()).to.deep.equal([...wanted].sort());
      for (const [at, box] of boxes.entries()) {
        expect(box.right, String(width)).to.be.at.most(frame.right + 1);
        expect(box.bottom).to.be.at.most(frame.bottom + 4);
        for (const other of boxes.slice(at + 1)) {
          const isOver =
            box.left < other.right - 1 &&
            other.left < box.right - 1 &&
            box.top < other.bottom - 4 &&
            other.top < box.bottom - 4;
          expect(isOver, JSON.stringify([box, other])).to.equal(false);
        }
      }
    }
  });

  it('shows of a choice its claims, what lies between them, and nothing else', async () => {
    const whole = await picture(sampleRecords);
    const chosen = new Set(
      sampleRecords
        .filter((one) => one.kind === 'claim')
        .slice(0, 6)
        .map(({ id }) => id),
    );
    const part = chosenPart(whole, chosen);
    expect(part).not.to.equal(null);
    if (!part) return;
    const { elements } = part.placed;
    const cards = elements.nodes.filter(({ kind }) => kind === 'card').map(({ id }) => id);
    expect(new Set(cards)).to.deep.equal(chosen);
    const there = new Set(elements.nodes.map(({ id }) => id));
    for (const { from, to } of elements.links)
      expect([there.has(from), there.has(to)]).to.deep.equal([true, true]);
    const svg = writeSvg({ ...whole, ...part.placed, area: part.area });
    expect(outside(svg)).to.deep.equal([]);
    expect(chosenPart(whole, new Set(['gone']))).to.equal(null);
  });
});
