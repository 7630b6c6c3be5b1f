/** Whom the text names: the forms in which it does, the names that are none, those who only speak, and pronouns. */
import { expect } from '@open-wc/testing';
import { attributionsOf, weak } from '../../src/text/attributions.ts';
import { namesIn } from '../../src/text/names.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { p, paper, quotation, realPaper, type Builder } from '../support/paper.ts';
import { anyPaper } from './any-paper.ts';

/** Whom a paper names as source, each with the words that say so. */
const named = (...blocks: readonly Builder[]): string[] =>
  attributionsOf(paper(...blocks).paper)
    .filter(({ role }) => role === 'source')
    .map(({ name, phrase }) => `${name}: ${phrase}`);

const speakers = (words: string): string[] =>
  attributionsOf(paper(p(words)).paper)
    .filter(({ role }) => role === 'speaker')
    .map(({ name }) => name);

describe('a source', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['As Russell demonstrates, it was unprepared.', 'Russell: As Russell demonstrates'],
    [
      'It was, as J. R. R. Tolkien has argued, unprepared.',
      'J. R. R. Tolkien: as J. R. R. Tolkien has argued',
    ],
    ['According to van Dijk, it was unprepared.', 'van Dijk: According to van Dijk'],
    ['According to the World Bank, it grew.', 'World Bank: According to the World Bank'],
    ['Additionally, for Aliyeva, there were others.', 'Aliyeva: for Aliyeva'],
    ['Lynch explains this reaction.', 'Lynch: Lynch explains'],
    ['Akerman and Graeme locate him there.', 'Akerman and Graeme: Akerman and Graeme locate'],
    ['Smith et al. show that it is so.', 'Smith et al.: Smith et al. show'],
    ['Blank, in his study, lists the coups.', 'Blank: Blank, in his study, lists'],
    ['“It is so,” argues O’Brien.', 'O’Brien: argues O’Brien'],
    ['In Blank’s view, it is so.', 'Blank: In Blank’s view'],
    ['In the words of Peter Brown, it is so.', 'Peter Brown: In the words of Peter Brown'],
    ['This was shown by Altstadt.', 'Altstadt: shown by Altstadt'],
    ['Itzkoff’s study supports this.', 'Itzkoff: Itzkoff’s study'],
    ['The late historian Hobsbawm doubted it.', 'Hobsbawm: The late historian Hobsbawm doubted'],
    ['Wendt (1992) sees anarchy so.', 'Wendt: Wendt (1992)'],
    ['This is disputed (Milanovic 2016, 12).', 'Milanovic: Milanovic 2016'],
  ];
  for (const [words, source] of forms)
    it(`is named in “${words}”`, () => expect(named(p(words))).to.deep.equal([source]));

  const none = [
    'Russia argues that the sea is a lake.',
    'The Atlanticists argue that the West is near.',
    'Farmers argue that rain is late.',
    'Additionally, for the Atlanticists, it was near.',
    'However, it was argued by many sources.',
    'The Foreign Policy Doctrine declares that Russia is strong.',
    'Moscow claims that it is neutral.',
    'The Civil War (1918–1920) was long.',
    'In 1992 Elchibey left.',
  ];
  for (const words of none) it(`is not found in “${words}”`, () => expect(named(p(words))).to.deep.equal([]));

  it('is given with the offsets of the words that name it', () => {
    const sample = paper(p('😀 It is so. <from>As Russell argues<to>, it is.'));
    const [found] = attributionsOf(sample.paper);
    expect(found).to.include({ ...sample.range('from', 'to'), name: 'Russell', surname: 'Russell' });
    expect(found?.sentence.number).to.equal(2);
  });

  it('that a pronoun stands for is a suggestion only', () => {
    const { paper: sample } = paper(
      p('As Nasibli argues, Aliyev wanted it. According to him, it worked. He adds that it did.'),
    );
    const found = attributionsOf(sample).filter(({ how }) => how === 'pronoun');
    expect(found.map(({ name }) => name)).to.deep.equal(['Nasibli', 'Nasibli']);
    for (const { confidence } of found) expect(confidence).to.be.at.most(weak);
  });

  it('is nobody behind a pronoun without a name before it, or with one in another paragraph', () => {
    expect(named(p('According to him, it worked.'))).to.deep.equal([]);
    expect(named(p('As Nasibli argues, it is.'), p('According to him, it worked.'))).to.have.length(1);
  });

  it('is less sure inside the words of somebody else', () => {
    const [outside] = attributionsOf(paper(p('Lynch explains it.')).paper);
    const [inside] = attributionsOf(paper(quotation(p('Lynch explains it.'))).paper);
    expect(inside?.confidence ?? 1).to.be.below(outside?.confidence ?? 0);
  });

  it('that is surely one elsewhere is surer everywhere', () => {
    const alone = attributionsOf(paper(p('Lynch explains it.')).paper)[0];
    const known = attributionsOf(paper(p('Lynch explains it.'), p('According to Lynch, it is.')).paper)[0];
    expect(known?.confidence ?? 0).to.be.above(alone?.confidence ?? 1);
  });
});

describe('a speaker', () => {
  it('is one whose speech, office or demand the text tells of', () => {
    expect(speakers('Kozryev’s response was pertinent.')).to.deep.equal(['Kozryev']);
    expect(speakers('Kozyev, in a speech in 1994, stated that it was so.')).to.deep.equal(['Kozyev']);
    expect(speakers('Prime Minister Thatcher announced it.')).to.deep.equal(['Thatcher']);
    expect(speakers('Aliyev considered the path.')).to.deep.equal(['Aliyev']);
  });

  it('is one of whom the text tells more than it cites', () => {
    const story = 'Yeltsin fought. He met Yeltsin there. So Yeltsin won, and Yeltsin stayed.';
    const found = attributionsOf(paper(p(`${story} Yeltsin argued that it was so.`)).paper);
    expect(found.map(({ role }) => role)).to.deep.equal(['speaker']);
  });
});

describe('names', () => {
  const of = (words: string): string[] => namesIn(words).map(({ name }) => name);

  it('have particles, initials, hyphens and apostrophes, and are one authority where they are joined', () => {
    expect(of('so Teun A. van Dijk, Jean-Luc Nancy and Conor O’Brien met')).to.deep.equal([
      'Teun A. van Dijk, Jean-Luc Nancy and Conor O’Brien',
    ]);
  });

  it('are not openers, months, countries or capital letters', () => {
    expect(of('However, In January Russia and the A of I left')).to.deep.equal([]);
  });
});

describe('the real paper', () => {
  it('names seventeen authorities, and no other for sure', async () => {
    const all = attributionsOf(await realPaper()).filter(
      ({ role, confidence }) => role === 'source' && confidence >= weak,
    );
    // Read off the text by hand; Fiona and Jewett, and Akerman and Graeme, are one each.
    expect([...new Set(all.map(({ surname }) => surname))].sort()).to.deep.equal([
      'Akerman',
      'Aliyeva',
      'Altstadt',
      'Blank',
      'Dobriansky',
      'Fiona',
      'Giorgadze',
      'Itzkoff',
      'Jackson',
      'Lynch',
      'Mehdiyeva',
      'Nasibli',
      'Olcott',
      'Russell',
      'Sadri',
      'Sobhani',
      'Tsygankov',
    ]);
  });
});

describe('in any paper', () => {
  it('what is told stands where it says, with a confidence between 0 and 1', () => {
    forSeeds(200, (seed) => {
      const { paper: sample } = anyPaper(new Dice(seed));
      for (const { phrase, start, end, confidence, name } of attributionsOf(sample)) {
        expect(sample.text.slice(start, end).trim()).to.equal(phrase);
        expect(name).to.not.equal('');
        expect(confidence).to.be.within(0, 1);
      }
    });
  });
});
