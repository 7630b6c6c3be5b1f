/** Reading aloud, on a synthesis that says only what a test lets it say. */
import { expect } from '@open-wc/testing';
import { Voice, type Manner, type Reading } from '../../src/reader/voice.ts';
import { voiceName, voicesFor, type VoiceLike } from '../../src/reader/voices.ts';
import { note, p, paper, type Sample } from '../support/paper.ts';

/** Holds what it was told to say until the test lets it end or fail. */
class StageSynthesis {
  readonly said: { words: string; rate: number; voice: string | null }[] = [];
  current: SpeechSynthesisUtterance | null = null;

  get speaking(): boolean {
    return this.current !== null;
  }

  speak(utterance: SpeechSynthesisUtterance): void {
    this.said.push({ words: utterance.text, rate: utterance.rate, voice: utterance.voice?.name ?? null });
    this.current = utterance;
  }

  /** As browsers do it: what is cut off tells so, later. */
  cancel(): void {
    const { current } = this;
    this.current = null;
    current?.dispatchEvent(Object.assign(new Event('error'), { error: 'interrupted' }));
  }

  end(): void {
    const { current } = this;
    this.current = null;
    current?.dispatchEvent(new Event('end'));
  }

  fail(error: SpeechSynthesisErrorCode): void {
    const { current } = this;
    this.current = null;
    current?.dispatchEvent(Object.assign(new Event('error'), { error }));
  }
}

const manner: Manner = { voice: null, rate: 1, saysNotes: false };

function open(sample: Sample) {
  const stage = new StageSynthesis();
  const readings: Reading[] = [];
  const utter = (words: string): SpeechSynthesisUtterance => new SpeechSynthesisUtterance(words);
  const voice = new Voice(sample.paper, stage, utter, (reading) => readings.push(reading));
  const words = (): string[] => stage.said.map((one) => one.words);
  const lit = (): string | null => {
    const { sentence } = voice.reading;
    return sentence && sample.paper.text.slice(sentence.start, sentence.end);
  };
  return { stage, voice, readings, words, lit };
}

const sample = (): Sample => paper(p('One', note('1'), ' is first. <two>Two follows.'), p('Three ends.'));

describe('reading aloud', () => {
  it('says one sentence after the other from where it begins, each lit while it is said, and stops at the end', () => {
    const { stage, voice, words, lit } = open(sample());
    voice.play(0);
    const seen: (string | null)[] = [];
    for (let count = 0; voice.reading.state === 'reading' && count < 9; count += 1) {
      seen.push(lit());
      stage.end();
    }
    expect(words()).to.deep.equal(['One is first.', 'Two follows.', 'Three ends.']);
    expect(seen).to.deep.equal(words());
    expect(voice.reading).to.deep.equal({ state: 'stopped', sentence: null, trouble: null });
  });

  it('begins with the sentence around the place that is named', () => {
    const one = sample();
    const { voice, words } = open(one);
    voice.play(one.at('two') + 3);
    expect(words()).to.deep.equal(['Two follows.']);
  });

  it('falls silent and goes on with the words that were cut off', () => {
    const { stage, voice, words, lit } = open(sample());
    voice.play(0);
    voice.pause();
    expect(stage.speaking).to.equal(false);
    expect(voice.reading.state).to.equal('paused');
    expect(lit(), 'The place is kept.').to.equal('One is first.');
    voice.resume();
    expect(words()).to.deep.equal(['One is first.', 'One is first.']);
    stage.end();
    expect(lit()).to.equal('Two follows.');
  });

  it('moves by sentence and paragraph, reading on where it was reading and silent where it was not', () => {
    const { stage, voice, words, lit } = open(sample());
    voice.play(0);
    expect(voice.move('sentence', 1)).to.equal(true);
    expect(voice.move('paragraph', 1)).to.equal(true);
    expect(voice.move('paragraph', 1)).to.equal(false);
    expect(words()).to.deep.equal(['One is first.', 'Two follows.', 'Three ends.']);
    voice.pause();
    expect(voice.move('sentence', -1)).to.equal(true);
    expect([lit(), stage.speaking, words().length]).to.deep.equal(['Two follows.', false, 3]);
    voice.resume();
    expect(words().at(-1)).to.equal('Two follows.');
  });

  it('takes another speed at once, saying the cut words again; other manners wait for no one', () => {
    const { stage, voice } = open(sample());
    voice.adopt(manner);
    voice.play(0);
    voice.adopt({ ...manner, rate: 2 });
    expect(stage.said.map(({ words, rate }) => [words, rate])).to.deep.equal([
      ['One is first.', 1],
      ['One is first.', 2],
    ]);
    voice.adopt({ ...manner, rate: 2 });
    expect(stage.said).to.have.length(2);
  });

  it('says why it fell silent, and can be told to go on', () => {
    const codes = {
      'not-allowed': 'refused',
      network: 'network',
      'voice-unavailable': 'voice',
      'synthesis-failed': 'failed',
    } as const;
    for (const [code, trouble] of Object.entries(codes)) {
      const { stage, voice, words } = open(sample());
      voice.play(0);
      stage.fail(code as SpeechSynthesisErrorCode);
      expect(voice.reading.state).to.equal('paused');
      expect(voice.reading.trouble).to.equal(trouble);
      voice.resume();
      expect(voice.reading.trouble).to.equal(null);
      expect(words()).to.have.length(2);
    }
  });

  it('pauses without complaint where another page takes the voice', () => {
    const { stage, voice } = open(sample());
    voice.play(0);
    stage.fail('interrupted');
    expect(voice.reading).to.include({ state: 'paused', trouble: null });
  });

  it('hears nothing more of what it has cut off', () => {
    const { stage, voice, words } = open(sample());
    voice.play(0);
    const first = stage.current;
    voice.move('sentence', 1);
    first?.dispatchEvent(new Event('end'));
    expect(words()).to.deep.equal(['One is first.', 'Two follows.']);
    voice.stop();
    stage.current = null;
    first?.dispatchEvent(new Event('end'));
    expect(voice.reading.state).to.equal('stopped');
  });

  it('says a piece again after the page was hidden only where the system has dropped it', () => {
    const { stage, voice, words } = open(sample());
    voice.play(0);
    voice.wake();
    expect(words()).to.have.length(1);
    stage.current = null;
    voice.wake();
    expect(words()).to.deep.equal(['One is first.', 'One is first.']);
    voice.stop();
    voice.wake();
    expect(words()).to.have.length(2);
  });

  it('says nothing in a paper without words', () => {
    const { voice, stage } = open(paper(p('')));
    voice.play(0);
    expect([voice.reading.state, stage.said.length]).to.deep.equal(['stopped', 0]);
  });
});

const like = (name: string, lang: string, more: Partial<VoiceLike> = {}): VoiceLike => ({
  name,
  lang,
  localService: true,
  default: false,
  voiceURI: name,
  ...more,
});

describe('the voices for a paper', () => {
  const voices = [
    like('remote', 'en-US', { localService: false }),
    like('ben', 'en_GB'),
    like('system', 'en-US', { default: true }),
    like('anna', 'de-DE'),
  ];
  const names = (language: string): string[] => voicesFor(voices, language).map(({ name }) => name);

  it('speak its language, its region first, then those of this device', () => {
    expect(names('en')).to.deep.equal(['system', 'ben', 'remote']);
    expect(names('en-GB')).to.deep.equal(['ben', 'system', 'remote']);
    expect(names('de-AT')).to.deep.equal(['anna']);
  });

  it('are all there are where none speaks the language', () => {
    expect(names('tr')).to.have.length(4);
  });

  it('say where they send the words', () => {
    expect(voiceName(voices[0]!)).to.contain('needs the network');
    expect(voiceName(voices[1]!)).to.equal('ben (en_GB)');
  });
});
