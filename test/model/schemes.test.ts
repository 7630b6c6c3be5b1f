/** The argumentation schemes: that they are whole, that keys are unlike each other, and that files' names lead to them. */
import { expect } from '@open-wc/testing';
import { questionOf, schemeName, schemeNamed, schemeOf, schemes } from '../../src/model/schemes.ts';

const isId = /^[A-Za-z0-9][\w.:-]{0,63}$/u;

describe('the schemes', () => {
  it('are at least two dozen, each with a key of its own that a record can hold', () => {
    const keys = schemes.map(({ key }) => key);
    expect(keys.length).to.be.at.least(24);
    expect(new Set(keys).size).to.equal(keys.length);
    expect(keys.filter((key) => !isId.test(key))).to.deep.equal([]);
    for (const scheme of schemes) expect(schemeOf(scheme.key)).to.equal(scheme);
  });

  it('have premises, a conclusion and at least two questions each', () => {
    const thin = schemes.filter(
      ({ premises, conclusion, questions }) => premises.length < 1 || !conclusion || questions.length < 2,
    );
    expect(thin.map(({ key }) => key)).to.deep.equal([]);
  });

  it('ask questions with a key each; one that doubts a premise doubts one that is there', () => {
    const questions = schemes.flatMap((scheme) => scheme.questions.map((question) => ({ scheme, question })));
    expect(new Set(questions.map(({ question }) => question.key)).size).to.equal(questions.length);
    for (const { scheme, question } of questions) {
      expect(question.key).to.match(isId);
      expect(questionOf(question.key)).to.deep.equal({ scheme, question });
      const doubted = question.premise === null ? undefined : scheme.premises[question.premise];
      expect(doubted !== undefined, question.key).to.equal(question.aim === 'undermine');
      expect(question.words, question.key).to.match(/\?$/u);
    }
  });
});

describe('schemeNamed', () => {
  it('knows every scheme by its key, its name and the name of AIF files, however that is spelt', () => {
    for (const { key, name, aif } of schemes) {
      const joined = aif.replaceAll(' ', '');
      const spelt = [
        key,
        name,
        aif,
        aif.toLowerCase(),
        joined,
        `Argument From ${aif}`,
        `ArgumentFrom${joined}`,
      ];
      expect(spelt.map(schemeNamed), key).to.deep.equal(spelt.map(() => key));
    }
  });

  it('knows other usual names', () => {
    const names = [
      'Argument from Expert Opinion',
      'Sunk Costs',
      'Causal Slippery Slope',
      'VerbalClassification',
    ];
    expect(names.map(schemeNamed)).to.deep.equal([
      'expert-opinion',
      'sunk-cost',
      'slippery-slope',
      'verbal-classification',
    ]);
  });

  it('takes what is no scheme for none', () => {
    const names = [
      'Default Inference',
      'RA',
      '',
      '  ',
      'constructor',
      '__proto__',
      '<b>sign</b> of x',
      'Modus Ponens',
    ];
    expect(names.map(schemeNamed)).to.deep.equal(names.map(() => null));
  });
});

describe('what a step follows', () => {
  it('is called by its name, a rule of one’s own by its own words, and nothing by null', () => {
    expect(schemeName('sign')).to.equal('Sign');
    expect(schemeName('By the law of the sea')).to.equal('By the law of the sea');
    expect([
      schemeName(null),
      schemeName(''),
      schemeOf('By the law of the sea'),
      questionOf('sign'),
    ]).to.deep.equal([null, null, null, null]);
  });
});
