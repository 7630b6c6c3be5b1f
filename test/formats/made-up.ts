/** Arguments made up at random, the same for the same seed: every kind of node and link, and words that no grammar likes. */
import { answers, claimRoles, premiseRoles, type Claim } from '../../src/model/argument-records.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import type { Target } from '../../src/model/record-parts.ts';
import { seeded } from '../map/grown.ts';

/** Words that begin, end or are signs of a grammar. */
export const hostileWords: readonly string[] = [
  '',
  ' ',
  'plain words',
  'Plain words, with a stop.',
  '  leading and trailing  ',
  'two  spaces\tand a tab',
  'lines\nand\r\nmore lines\n\nand an empty one',
  '[bracket] and [Title]: or [link](http://x.y)',
  '<angle> and <Title>: or <!-- a comment --> and /* another */ and // a third',
  '# heading #tag #(long tag)',
  '{data: 1} and } alone and {',
  '@[mention] @<mention> @',
  '*italic* **bold** _italic_ __bold__ a*b a_b',
  '(1) numbered 1. listed * starred - dashed + added >< crossed -- ---- lines',
  '+ plus',
  '- minus',
  '>< cross',
  '_ under',
  '_> under',
  '<_ under',
  '+> plus',
  '-> minus',
  '=== front === matter ====',
  'shortcodes .and. :or: .->. :heart: .A. e.g. i.e. U.S.A. ... a.b*c.d :x_y:',
  'a trailing backslash \\',
  '\\ a leading one and \\\\ two and \\n',
  'percent % dollar $ caret ^ tilde ~ pipe | quote " apostrophe \' backquote `',
  'yaml: yes, no, null, ~, [1, 2], {a: b}, & * ! | > % @',
  'العدل أساس الملك',
  '\u202eright to left\u202c and עברית mixed',
  'emoji 👩‍👩‍👧‍👦 and combining e\u0301 and 𝒳',
  'no-break\u00a0space and \u2028 line separator and \u0000 nul and \u0085 next \ufeff mark',
  'constructor',
  '__proto__',
  'toString',
  'Untitled 1',
  'Untitled',
  '1',
  '…',
  'x'.repeat(300),
  'a very long sentence with many words in it that no title could hold, '.repeat(4),
  '--',
  '----',
  ':',
  '.',
  '[',
  ']',
  '<',
  '>',
  '{',
  '}',
  '(',
  ')',
  '\\',
  '/',
  '//',
  '=',
  '===',
  '#',
  '@',
  '*',
  '_',
];

export interface Recipe {
  readonly claims: number;
  /** Whether words are taken from those above, or are plain. */
  readonly isHostile: boolean;
}

/** An argument by a seed. */
export class MadeUp {
  readonly records: NotebookRecord[] = [];
  readonly #random: () => number;
  readonly #isHostile: boolean;
  readonly #claims: string[] = [];
  readonly #steps: string[] = [];
  readonly #groups: string[] = [];

  constructor(seed: number, { claims, isHostile }: Recipe) {
    this.#random = seeded(seed);
    this.#isHostile = isHostile;
    const few = Math.ceil(claims / 8);
    for (let at = 0; at < few; at += 1) this.#group(at);
    for (let at = 0; at < claims; at += 1) this.#claim(at);
    for (let at = 0; at < claims; at += 1) this.#inference(at);
    for (let at = 0; at < Math.ceil(claims / 3); at += 1) this.#conflict(at);
    this.#others(few);
  }

  #chance(of: number): boolean {
    return this.#random() < of;
  }

  #pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.#random() * list.length)];
    if (found === undefined) throw new RangeError('There is nothing to pick from.');
    return found;
  }

  #words(): string {
    if (this.#isHostile) return this.#pick(hostileWords);
    const words = [
      'the',
      'text',
      'treaty',
      'norm',
      'space',
      'custom',
      'consent',
      'limit',
      'state',
      'practice',
      'is',
      'not',
    ];
    return `${Array.from({ length: 4 + Math.floor(this.#random() * 8) }, () => this.#pick(words)).join(' ')}.`;
  }

  #stamp() {
    const created = `2026-0${1 + Math.floor(this.#random() * 9)}-11T10:00:00Z`;
    return {
      creator: this.#chance(0.8) ? 'reader' : this.#words().slice(0, 900),
      created,
      modified: this.#chance(0.7) ? created : '2026-11-20T08:30:00.123Z',
    };
  }

  /** What another program said; sometimes of Argdown, as from a file that was changed since. */
  #foreign(): string | null {
    if (this.#chance(0.8)) return null;
    return this.#pick([
      '{"format":"aif","node":{"nodeID":"1","x":"=== } {"}}',
      'no JSON',
      '{"format":"argdown","title":"A title of old"}',
      '{"format":"argdown","title":"Another","as":"argument"}',
      '{"format":"argdown","title":"Third","words":"plain words","source":"**plain** words #t","tags":["t"]}',
      '{"format":"argdown","form":"relation"}',
      '{"format":"argdown","form":"step","argument":"Lost","step":2}',
    ]);
  }

  #target(wordings: readonly string[]): Target {
    const start = Math.floor(this.#random() * 1000);
    const exact = this.#words();
    return {
      exact,
      prefix: this.#words().slice(0, 250),
      suffix: '',
      start,
      end: start + [...exact].length,
      ...(this.#chance(0.3) ? { note: 'fn12' } : {}),
      ...(this.#chance(0.5) ? { version: `sha256-${'ab'.repeat(32)}` } : {}),
      ...(this.#chance(0.3) ? { address: 'III.B ¶4 s2' } : {}),
      ...(this.#chance(0.1) ? { detached: true as const } : {}),
      ...(wordings.length > 0 && this.#chance(0.5) ? { wording: this.#pick(wordings) } : {}),
    };
  }

  #group(at: number): void {
    const parent = at > 0 && this.#chance(0.6) ? this.#pick(this.#groups) : null;
    const id = `group-${at}`;
    this.#groups.push(id);
    const title = this.#words().slice(0, 900);
    const section = this.#chance(0.5) ? 'III.B' : null;
    this.records.push({
      kind: 'group',
      id,
      title,
      section,
      parent,
      foreign: this.#foreign(),
      ...this.#stamp(),
    });
  }

  #claim(at: number): void {
    const id = `claim-${at}`;
    this.#claims.push(id);
    const wordings = Array.from({ length: this.#chance(0.2) ? 2 : 0 }, (_, index) => ({
      id: `w${index}`,
      text: this.#words(),
    }));
    const claim: Claim = {
      kind: 'claim',
      id,
      role: this.#pick(claimRoles),
      wording: this.#words(),
      targets: Array.from({ length: Math.floor(this.#random() * 3) }, () =>
        this.#target(wordings.map((one) => one.id)),
      ),
      notes: this.#chance(0.4) ? ['fn53', 'fn54'] : [],
      group: this.#chance(0.7) ? this.#pick(this.#groups) : this.#chance(0.1) ? 'group-gone' : null,
      aside: this.#chance(0.1),
      wordings,
      foreign: this.#foreign(),
      ...this.#stamp(),
    };
    this.records.push(claim);
  }

  #inference(at: number): void {
    const id = `step-${at}`;
    this.#steps.push(id);
    const isBare = this.#chance(0.4);
    const count = isBare ? 1 : Math.floor(this.#random() * 4);
    const premises = Array.from({ length: count }, () => ({
      claim: this.#chance(0.02) ? 'claim-gone' : this.#pick(this.#claims),
      role: isBare || this.#chance(0.5) ? null : this.#pick(premiseRoles),
    }));
    this.records.push({
      kind: 'inference',
      id,
      premises,
      conclusion: this.#chance(0.02) ? 'claim-gone' : this.#pick(this.#claims),
      gist: isBare || this.#chance(0.5) ? '' : this.#words(),
      implicit: !isBare && this.#chance(0.2),
      scheme:
        isBare || this.#chance(0.5)
          ? null
          : this.#chance(0.5)
            ? 'expert-opinion'
            : this.#words().slice(0, 900),
      qualifier: isBare || this.#chance(0.7) ? null : this.#words().slice(0, 900),
      questions:
        isBare || this.#chance(0.7)
          ? []
          : [{ question: 'expertise', answer: this.#pick(answers), remark: this.#words() }],
      foreign: this.#foreign(),
      ...this.#stamp(),
    });
  }

  #conflict(at: number): void {
    const isUndercut = this.#chance(0.4);
    this.records.push({
      kind: 'conflict',
      id: `conflict-${at}`,
      from: this.#chance(0.02) ? 'claim-gone' : this.#pick(this.#claims),
      to: isUndercut ? this.#pick(this.#steps) : this.#pick(this.#claims),
      attack:
        isUndercut && this.#chance(0.95)
          ? 'undercut'
          : this.#pick(['rebut', 'undermine', 'undercut'] as const),
      mutual: this.#chance(0.3),
      gist: this.#chance(0.5) ? '' : this.#words(),
      question: this.#chance(0.8) ? null : 'expertise',
      foreign: this.#foreign(),
      ...this.#stamp(),
    });
  }

  #others(few: number): void {
    for (let at = 0; at < few; at += 1) {
      const claim = this.#claims[at] ?? '';
      const [over, under] = [this.#pick(this.#claims), this.#pick(this.#claims)];
      const foreign = this.#foreign();
      this.records.push({
        kind: 'preference',
        id: `preference-${at}`,
        over,
        under,
        gist: this.#words(),
        foreign,
        ...this.#stamp(),
      });
      this.records.push({
        kind: 'pin',
        id: `pin-${claim}`,
        claim,
        x: at * 10.5,
        y: 1 - at,
        ...this.#stamp(),
      });
    }
    this.records.push({
      kind: 'pin',
      id: 'pin-claim-gone',
      claim: 'claim-gone',
      x: 1,
      y: 2,
      ...this.#stamp(),
    });
    const steps = [...this.#claims.slice(0, 3), ...this.#steps.slice(0, 2)];
    this.records.push({
      kind: 'presentation',
      id: 'show-1',
      title: this.#words().slice(0, 900),
      steps,
      ...this.#stamp(),
    });
    const contents = [
      '{"words":"// a comment","before":"claim-0"}',
      '{"words":"/* at the end */","before":null}',
      '"x: 1"',
      'none',
    ];
    contents.forEach((content, at) => {
      const what = at === 2 ? 'front-matter' : 'comment';
      this.records.push({
        kind: 'extra',
        id: `extra-${at}`,
        format: 'argdown',
        what,
        content,
        ...this.#stamp(),
      });
    });
    this.records.push({
      kind: 'extra',
      id: 'extra-aif',
      format: 'aif',
      what: 'node',
      content: '{"a":"===\\n}"}',
      ...this.#stamp(),
    });
  }
}
