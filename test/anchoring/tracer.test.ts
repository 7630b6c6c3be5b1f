/** Tracing into a changed text: by way of the old text where it is kept, by search elsewhere; twins are told apart. */
import { expect } from '@open-wc/testing';
import { describe as describeRange } from '../../src/anchoring/describe.ts';
import { Tracer } from '../../src/anchoring/tracer.ts';
import { plainText } from '../../src/model/plain-text.ts';
import type { Target } from '../../src/model/record-parts.ts';

const old = [
  'The committee met in spring and said nothing of the treaty.',
  'Its members agreed that the border should be closed before winter.',
  'Nobody asked the governor, who was in the capital at that time.',
  'Its members agreed that the border should be opened before winter.',
  'A short and final word was added by the secretary.',
];
const version = 'sha256-old';

/** The target of words in the old text: of their `nth` occurrence, from 0. */
function targetOf(words: string, nth = 0): Target {
  const text = plainText(old.join('\n'));
  let at = -1;
  for (let count = 0; count <= nth; count += 1) at = text.text.indexOf(words, at + 1);
  return { ...describeRange(text, at, at + words.length), version };
}

function trace(target: Target, lines: readonly string[], isKept = true) {
  const text = plainText(lines.join('\n'));
  const tracer = new Tracer(text);
  if (isKept) tracer.know(version, old.join('\n'));
  const verdict = tracer.trace(target);
  return { ...verdict, words: text.slice(verdict.start, verdict.end) };
}

describe('tracing', () => {
  it('carries what is untouched over whatever was put in, taken out or changed around it', () => {
    const lines = ['A new beginning.', ...old.slice(1, 3), 'Entirely other words stand here now.', old[4]!];
    for (const words of ['members agreed', 'the governor', 'final word']) {
      const found = trace(targetOf(words), lines);
      expect([found.how, found.words], words).to.deep.equal(['placed', words]);
    }
  });

  it('keeps apart what reads alike, by where each stood', () => {
    const lines = ['Put in before.', ...old];
    for (const nth of [0, 1]) {
      const found = trace(targetOf('Its members agreed that the border should be', nth), lines);
      const before = lines.slice(0, lines.indexOf(nth === 0 ? old[1]! : old[3]!)).join('\n').length + 1;
      expect([found.how, found.start], `occurrence ${nth}`).to.deep.equal(['placed', before]);
    }
  });

  it('calls what was removed lost, though a passage like it stood elsewhere all the time', () => {
    const found = trace(
      targetOf(old[1]!),
      old.filter((_, at) => at !== 1),
    );
    expect(found.how).to.equal('orphan');
    expect(found.suggestions.length).to.be.at.least(1);
  });

  it('finds what has moved to another place', () => {
    const [first, second, ...others] = old;
    const found = trace(targetOf('said nothing of the treaty'), [second!, ...others, first!]);
    expect(found.words).to.equal('said nothing of the treaty');
    expect(found.how).to.equal('moved');
    const pushed = trace(targetOf('asked the governor'), [second!, ...others, first!]);
    expect([pushed.how, pushed.words]).to.deep.equal(['placed', 'asked the governor']);
  });

  it('never calls a changed number, name or negation the same', () => {
    const changes = [
      ['met in spring', 'met in 1992', 'met in 1993'],
      ['asked the governor', 'asked Aliyev', 'asked Elchibey'],
      ['was added', 'was added', 'was not added'],
    ] as const;
    for (const [words, before, after] of changes) {
      const was = old.map((one) => one.replace(words, before));
      const now = was.map((one) => one.replace(before, after));
      const text = plainText(was.join('\n'));
      const line = was.find((one) => one.includes(before))!;
      const at = text.text.indexOf(line);
      const tracer = new Tracer(plainText(now.join('\n')));
      tracer.know(version, text.text);
      const { how } = tracer.trace({ ...describeRange(text, at, at + line.length), version });
      expect(how, after).to.equal('doubtful');
    }
  });

  it('searches where the old text is not kept, or is not the one that the words stand in', () => {
    const lines = ['A new beginning.', ...old];
    const target = targetOf('who was in the capital');
    expect(trace(target, lines, false).words).to.equal('who was in the capital');
    expect(trace({ ...target, start: 3, end: 25 }, lines).words).to.equal('who was in the capital');
  });
});
