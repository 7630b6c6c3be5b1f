/** A comparison of two arguments in words. Pure. */
import type { Layer } from '../desk/desk.ts';
import type { Compared } from '../desk/comparing.ts';
import type { Argument } from '../model/argument.ts';
import type { Conflict, Inference } from '../model/argument-records.ts';
import type { Both, ComparedLink, Difference } from '../model/comparison.ts';
import { roleNames } from './role-names.ts';

/** What a notebook is called in a comparison. */
export const sideName = (layer: Layer): string => (layer.kind === 'own' ? 'Yours' : layer.name);

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** How much of the two is the same, in two sentences. */
export function summary({ comparison, left, right }: Compared): string {
  const { both, onlyLeft, onlyRight, links } = comparison;
  const different = both.filter(({ differs }) => differs.length > 0).length;
  const shared = links.filter((link) => link.left && link.right).length;
  const only = (side: 'left' | 'right'): number =>
    links.filter((link) => link[side] && !link[side === 'left' ? 'right' : 'left']).length;
  const claims = `${count(both.length, 'claim is', 'claims are')} in both${different > 0 ? ` (${different} not quite the same)` : ''}, ${onlyLeft.length} only in ${sideName(left)}, ${onlyRight.length} only in ${sideName(right)}.`;
  const steps = `Of steps and attacks ${shared} ${shared === 1 ? 'is' : 'are'} in both, ${only('left')} only in ${sideName(left)}, ${only('right')} only in ${sideName(right)}.`;
  return `${claims} ${steps}`;
}

const why: Readonly<Record<Both['by'], string>> = {
  id: 'the same record',
  passage: 'on the same passage',
  wording: 'in like words',
};

/** Why two claims are taken for the same. */
export const whyPaired = ({ by }: Both): string => why[by];

/** What differs in a claim that both have: for each difference a sentence. */
export function differenceWords(one: Both, { left, right }: Compared): string[] {
  const [here, there] = [sideName(left), sideName(right)];
  const words: Readonly<Record<Difference, () => string>> = {
    wording: () => `${there}: “${one.right.wording}”`,
    role: () => `${roleNames[one.left.role]} in ${here}, ${roleNames[one.right.role]} in ${there}.`,
    notes: () =>
      `Carried by ${count(one.left.notes.length, 'note', 'notes')} in ${here}, by ${one.right.notes.length} in ${there}.`,
    label: () => `Weighed by itself: ${one.labels.left} in ${here}, ${one.labels.right} in ${there}.`,
  };
  return one.differs.map((what) => words[what]());
}

/** A step or an attack in a sentence, in the wordings of its own argument. */
export function linkWords(argument: Argument, link: Inference | Conflict): string {
  const wording = (id: string): string => `“${argument.claims.get(id)?.wording ?? '…'}”`;
  const step = ({ premises, conclusion }: Inference): string =>
    `${premises.map(({ claim }) => wording(claim)).join(' together with ')} ${premises.length > 1 ? 'support' : 'supports'} ${wording(conclusion)}`;
  if (link.kind === 'inference') return step(link);
  const struck = argument.inferences.get(link.to);
  if (struck) return `${wording(link.from)} speaks against the step that ${step(struck)}`;
  return link.mutual
    ? `${wording(link.from)} and ${wording(link.to)} speak against each other`
    : `${wording(link.from)} speaks against ${wording(link.to)}`;
}

const differing: Readonly<Record<ComparedLink['differs'][number], string>> = {
  shape: 'joined or aimed in another way',
  implicit: 'said in one, unsaid in the other',
  scheme: 'by another scheme',
};

/** What differs in a link that both have. */
export const linkDifference = ({ differs }: ComparedLink): string =>
  differs.map((what) => differing[what]).join(', ');
