/** What the sources leave open: claims with no source, claims on one authority only, quotations against paraphrases. */
import { html, type TemplateResult } from 'lit';
import { backing, ledgerOf } from '../desk/backing.ts';
import { argument, derived, type Desk } from '../desk/desk.ts';
import { behindClaim, nobody, type Backing, type Footing } from '../model/authorities.ts';
import { quoting, type Quoting } from '../model/quoting.ts';
import type { Claim } from '../model/argument-records.ts';
import { sourceButton } from './source-button.ts';
import { sliced, type Slices } from './source-slices.ts';
import { claimButton, count, shareBar } from './source-words.ts';

/** What a section can do. */
export interface SectionActs {
  readonly slices: Slices;
  /** Whether a section shows its content. */
  readonly isOpen: (key: string) => boolean;
  readonly toggled: (key: string, isOpen: boolean) => void;
  readonly go: (claim: string) => void;
  /** Whether a claim passes the filter. */
  readonly passes: (claim: Claim) => boolean;
}

const claimsOn = (desk: Desk, footing: Footing, acts: SectionActs): readonly Claim[] => {
  const { footings } = ledgerOf(desk);
  return [...argument(desk).claims.values()].filter(
    (claim) => footings.get(claim.id) === footing && acts.passes(claim),
  );
};

/** A section that opens; its content is made only then. */
function section(
  key: string,
  title: string,
  number: string,
  acts: SectionActs,
  content: () => TemplateResult,
): TemplateResult {
  const isOpen = acts.isOpen(key);
  const onToggle = (event: Event): void =>
    acts.toggled(key, (event.currentTarget as HTMLDetailsElement).open);
  return html`<details class="sources-section" data-section=${key} ?open=${isOpen} @toggle=${onToggle}>
    <summary>
      <h3>${title}</h3>
      <span class="source-counts">${number}</span>
    </summary>
    ${isOpen ? content() : ''}
  </details>`;
}

function list(title: string, claims: readonly Claim[], acts: SectionActs, desk: Desk, key: string) {
  return html`<section>
    <h4>${title} <span class="source-counts">${claims.length}</span></h4>
    ${
      claims.length === 0
        ? html`<p class="sources-small">None.</p>`
        : sliced(acts.slices, key, claims, (claim) => claimButton(desk, claim.id, acts.go))
    }
  </section>`;
}

function noSource(desk: Desk, acts: SectionActs): TemplateResult {
  const none = claimsOn(desk, 'none', acts);
  const unnamed = claimsOn(desk, 'unnamed', acts);
  const isCarried = (claim: Claim): boolean => argument(desk).supportsFor(claim.id).length > 0;
  const bare = none.filter((claim) => !isCarried(claim));
  return section(
    'none',
    'Claims with no source',
    String(none.length + unnamed.length),
    acts,
    () => html`
      ${list('No note and no reason: the author’s own word', bare, acts, desk, 'bare')}
      ${list('No note; other claims carry it', none.filter(isCarried), acts, desk, 'carried')}
      ${list('Notes, but nobody is named', unnamed, acts, desk, 'unnamed')}
    `,
  );
}

function onOne(desk: Desk, acts: SectionActs): TemplateResult {
  const strict = claimsOn(desk, 'one', acts);
  const beside = claimsOn(desk, 'one-named', acts);
  const withName = (claim: Claim): TemplateResult => {
    const name = behindClaim(backing(desk), claim).find((one) => one !== nobody);
    return html`${claimButton(desk, claim.id, acts.go)} ${name === undefined ? '' : sourceButton(desk, name)}`;
  };
  const part = (title: string, claims: readonly Claim[], key: string): TemplateResult =>
    html`<section>
      <h4>${title} <span class="source-counts">${claims.length}</span></h4>
      ${claims.length === 0 ? html`<p class="sources-small">None.</p>` : sliced(acts.slices, key, claims, withName)}
    </section>`;
  return section(
    'one',
    'On one authority only',
    String(strict.length + beside.length),
    acts,
    () =>
      html`${part('All its notes name the same one', strict, 'one')}
      ${part('One name, beside notes that name nobody', beside, 'one-named')}`,
  );
}

type Counts = Readonly<Record<Quoting, number>>;

/** The notes by how they stand to the text, those with a name apart. */
const quotingIn = derived(({ notes, supports, behind }: Backing): { all: Counts; named: Counts } => {
  const all = { quotation: 0, mixed: 0, paraphrase: 0 };
  const named = { ...all };
  for (const note of notes) {
    const support = supports.get(note);
    if (!support) continue;
    const way = quoting(support);
    all[way] += 1;
    if (behind.has(note)) named[way] += 1;
  }
  return { all, named };
});

/** A bar that says in words what it shows. */
function bar(title: string, { quotation, mixed, paraphrase }: Counts): TemplateResult {
  const total = quotation + mixed + paraphrase;
  const words = `${quotation} quoted, ${mixed} partly quoted, ${paraphrase} in the author’s words, of ${total}`;
  const of = (part: number): number => (total === 0 ? 0 : part / total);
  return html`<section>
    <h4>${title}</h4>
    <p class="sources-small">${words}.</p>
    ${shareBar([
      ['quotation', of(quotation)],
      ['mixed', of(mixed)],
      ['paraphrase', of(paraphrase)],
    ])}
  </section>`;
}

function quotations(desk: Desk, acts: SectionActs): TemplateResult {
  const { all, named } = quotingIn(backing(desk));
  const total = all.quotation + all.mixed + all.paraphrase;
  const silent = desk.paper.notes.length - total;
  return section(
    'quoting',
    'Quotations and paraphrases',
    `${all.quotation + all.mixed} : ${all.paraphrase}`,
    acts,
    () => html`
      ${bar('Passages of all notes', all)} ${bar('Where somebody is named', named)}
      ${silent > 0 ? html`<p class="sources-small">For ${count(silent, 'note')} nobody has said what it is for.</p>` : ''}
    `,
  );
}

/** All three, one after the other. */
export const sourceSections = (desk: Desk, acts: SectionActs): TemplateResult =>
  html`${noSource(desk, acts)} ${onOne(desk, acts)} ${quotations(desk, acts)}`;
