/** Our styles, compared with the official ones in the same processor, and with the manuals where there is none. */
import { expect } from '@open-wc/testing';
import { templates } from 'rehype-citation/dist/node/src/citation-js/plugin-csl/styles.js';
import { locales } from 'rehype-citation/dist/node/src/citation-js/plugin-csl/locales.js';
import chicago from 'rehype-citation/dist/node/styles/chicago.js';
import mla from 'rehype-citation/dist/node/styles/mla.js';
import { citer } from '../../src/cite/cite.ts';
import { cslStyles, type CslStyle } from '../../src/cite/citation-styles.ts';
import { loadEngine } from '../../src/cite/engine.ts';
import { richText } from '../../src/cite/rich-text.ts';
import type { CslItem } from '../../src/model/csl.ts';
import { works } from './works.ts';

const official: Partial<Record<CslStyle, string>> = {
  'chicago-author-date': chicago,
  mla,
  apa: templates.data['apa'] ?? '',
};

/** What the official style makes of a work cited at page 54. */
async function reference(style: string, item: CslItem): Promise<{ citation: string; entry: string }> {
  const { Engine } = await loadEngine();
  const sys = {
    retrieveLocale: () => locales.data['en-US'] ?? '',
    retrieveItem: () => structuredClone(item),
  };
  const engine = new Engine(sys, style, 'en-US');
  engine.updateItems([item.id]);
  const cluster = {
    citationItems: [{ id: item.id, locator: '54', label: 'page' }],
    properties: { noteIndex: 1 },
  };
  const made = engine.makeBibliography();
  return {
    citation: richText(engine.previewCitationCluster(cluster, [], [], 'html')).markdown,
    entry: richText(made ? (made[1][0] ?? '') : '').markdown,
  };
}

/** Where we differ from the official style: what we write, and why. */
const deviations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'chicago-author-date': {
    // The manual sets reports like books (14.220).
    'report entry': 'World Office. 2010. *State of Things*. Geneva: World Office.',
    // No volume of the reporter before the page, and the reporter's own order of parts.
    'case citation': '(Brown v. Board of Education 1954, 54)',
    'case entry': 'Brown v. Board of Education, 347 U.S. 483 (U.S. Supreme Court 1954).',
  },
  mla: {
    // The handbook adds the kind of thesis behind the institution.
    'thesis entry': 'Kay, Donald E. *A Long Study*. 1963. University of Leeds, PhD diss.',
    // A weekly is dated to the day.
    'magazine entry': 'Reed, Tom. “Oil and Water.” *The Weekly*, 12 July 1997, pp. 45–46.',
    // Names of cases are in italics.
    'case citation': '(*Brown v. Board of Education* 54)',
    'case entry': '*Brown v. Board of Education*. *U.S.*, vol. 347, 1954, p. 483.',
  },
  apa: {
    // The manual puts the institution inside the brackets (section 10.6).
    'thesis entry': 'Kay, D. E. (1963). *A Long Study* \\[PhD diss., University of Leeds\\].',
  },
};

/** Chicago notes have no free reference in the packages: worked out from the manual (17th edition, chapter 14). */
const notes: Readonly<Record<string, readonly [string, string]>> = {
  article: [
    'Murat Gül, “Russia and Azerbaijan: Relations after 1989,” *Alternatives* 7, no. 2 (2008): 54, https://doi.org/10.1000/xyz.',
    'Gül, Murat. “Russia and Azerbaijan: Relations after 1989.” *Alternatives* 7, no. 2 (2008): 47–61. https://doi.org/10.1000/xyz.',
  ],
  two: [
    'Jane Q. Doe and Richard Roe, “A Second Look,” *Journal of Tests* 12, no. 4 (March 1999): 54.',
    'Doe, Jane Q., and Richard Roe. “A Second Look.” *Journal of Tests* 12, no. 4 (March 1999): 101–10.',
  ],
  three: [
    'B. Aal, Dora Cee, and Finn Eed, “Many Hands,” *Journal of Tests* 1 (2015): 54.',
    'Aal, B., Dora Cee, and Finn Eed. “Many Hands.” *Journal of Tests* 1 (2015): 1–9.',
  ],
  book: [
    'Anna van der Berg, *The Clash of Orders*, trans. John Smith, 2nd ed. (New York: Simon & Sons, 1996), 54.',
    'Berg, Anna van der. *The Clash of Orders*. Translated by John Smith. 2nd ed. New York: Simon & Sons, 1996.',
  ],
  edited: [
    'Jane Doe and Richard Roe, eds., *Edited Things* (Oxford: Northern Press, 2001), 54.',
    'Doe, Jane, and Richard Roe, eds. *Edited Things*. Oxford: Northern Press, 2001.',
  ],
  undated: [
    'Li Ng, *Undated* (Leeds: Northern Press, n.d.), 54.',
    'Ng, Li. *Undated*. Leeds: Northern Press, n.d.',
  ],
  chapter: [
    'Nora Jackson, “The Near Abroad,” in *Russian Policy*, ed. Jane Doe (London: Northern Press, 2003), 54.',
    'Jackson, Nora. “The Near Abroad.” In *Russian Policy*, edited by Jane Doe, 12–34. London: Northern Press, 2003.',
  ],
  thesis: [
    'Donald E. Kay, “A Long Study” (PhD diss., University of Leeds, 1963), 54.',
    'Kay, Donald E. “A Long Study.” PhD diss., University of Leeds, 1963.',
  ],
  report: [
    'World Office, *State of Things* (Geneva: World Office, 2010), 54.',
    'World Office. *State of Things*. Geneva: World Office, 2010.',
  ],
  webpage: [
    'Ann Lee, “About Styles,” Style Site, May 6, 2019, 54, https://example.org/styles.',
    'Lee, Ann. “About Styles.” Style Site, May 6, 2019. https://example.org/styles.',
  ],
  newspaper: [
    'Tom Reed, “Baku Votes,” *The Daily*, October 4, 1993, 54.',
    'Reed, Tom. “Baku Votes.” *The Daily*, October 4, 1993.',
  ],
  magazine: [
    'Tom Reed, “Oil and Water,” *The Weekly*, July 12, 1997, 54.',
    'Reed, Tom. “Oil and Water.” *The Weekly*, July 12, 1997.',
  ],
  case: [
    'Brown v. Board of Education, 347 U.S. 483, 54 (U.S. Supreme Court 1954).',
    'Brown v. Board of Education, 347 U.S. 483 (U.S. Supreme Court 1954).',
  ],
  document: ['Li Ng, “A Found Paper,” 1988, 54.', 'Ng, Li. “A Found Paper,” 1988.'],
};

describe('the style', () => {
  for (const style of cslStyles) {
    for (const work of works) {
      it(`${style} cites a work of the kind “${work.id}” as its manual does`, async () => {
        const { citation, entry } = (await citer(style)).cite(work, { pages: '54' });
        const source = official[style];
        const [noteCitation = '', noteEntry = ''] = notes[work.id] ?? [];
        const wanted = source ? await reference(source, work) : { citation: noteCitation, entry: noteEntry };
        const own = deviations[style] ?? {};
        expect(citation.markdown).to.equal(own[`${work.id} citation`] ?? wanted.citation);
        expect(entry.markdown).to.equal(own[`${work.id} entry`] ?? wanted.entry);
      });
    }
  }

  it('differs from the official one nowhere else: no deviation is kept that is none', async () => {
    for (const [style, own] of Object.entries(deviations)) {
      for (const [name, ours] of Object.entries(own)) {
        const [id = '', part] = name.split(' ');
        const work = works.find((one) => one.id === id) as CslItem;
        const wanted = await reference(official[style as CslStyle] ?? '', work);
        expect(part === 'entry' ? wanted.entry : wanted.citation, `${style}: ${name}`).not.to.equal(ours);
      }
    }
  });
});

describe('a place in a work', () => {
  const [work] = works as [CslItem];
  const cited = async (style: CslStyle, pages: string, place?: string): Promise<string> =>
    (await citer(style)).cite(work, place === undefined ? { pages } : { place }).citation.text;

  it('shows inferred pages in brackets, and spans as what they are', async () => {
    expect(await cited('apa', '[54]')).to.equal('(Gül, 2008, p. [54])');
    expect(await cited('apa', '53–[54]')).to.equal('(Gül, 2008, pp. 53–[54])');
    expect(await cited('apa', '53–54')).to.equal('(Gül, 2008, pp. 53–54)');
    expect(await cited('mla', '[53]–[54]')).to.equal('(Gül [53]–[54])');
    expect(await cited('chicago-author-date', '53–[54]')).to.equal('(Gül 2008, 53–[54])');
    expect(await cited('chicago-notes', '[54]')).to.contain('(2008): [54], https');
    expect(await cited('apa', 'xi')).to.equal('(Gül, 2008, p. xi)');
  });

  it('is an address where there are no pages', async () => {
    expect(await cited('apa', '', 'III.B ¶4 s2')).to.equal('(Gül, 2008, III.B ¶4 s2)');
    expect(await cited('mla', '', 'III.B ¶4 s2')).to.equal('(Gül, III.B ¶4 s2)');
  });

  it('of hostile works stays words', async () => {
    const evil = {
      ...work,
      title: '<img src=x onerror=alert(1)> & <i>x</i>',
      author: [{ literal: '<script>' }],
    };
    for (const style of cslStyles) {
      const { citation, entry } = (await citer(style)).cite(evil, { pages: '<b>1</b>' });
      for (const { html } of [citation, entry]) {
        const template = document.createElement('template');
        template.innerHTML = html;
        const tags = [...template.content.querySelectorAll('*')].map(({ localName }) => localName);
        expect(
          tags.filter((tag) => !['i', 'b', 'sup', 'sub'].includes(tag)),
          style,
        ).to.deep.equal([]);
        expect(
          [...template.content.querySelectorAll('*')].every((one) => one.attributes.length === 0),
        ).to.equal(true);
      }
    }
  });
});
