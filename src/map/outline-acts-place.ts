/** What one does with where a line stands: new lines beside and under it, cutting and putting, deleting, copying. */
import {
  moveLine,
  takeAway,
  whyNotMoveLine,
  whyNotTakeAway,
  type Line,
  type Spot,
} from '../desk/line-commands.ts';
import { argument, type Desk } from '../desk/desk.ts';
import { mergeClaims, whyNotMergeClaims } from '../desk/merge-commands.ts';
import { ownOf } from '../desk/moves.ts';
import { remove, whyNotRemove } from '../desk/remove-commands.ts';
import { removeWording, whyNotRemoveWording } from '../desk/wording-commands.ts';
import type { Claim } from '../model/argument-records.ts';
import type { LineAct, LineScene } from './outline-act.ts';
import { isClaim, lineOf, spotBeside, spotUnder, stepIn } from './outline-lines.ts';
import { nameOf } from './outline-words.ts';
import { orElse } from './untitled.ts';

/** Why nothing can be put into a spot, whatever it is; null where something can. */
function whyNotInto(desk: Desk, spot: Spot): string | null {
  if (spot.relation !== 'premise') return null;
  const step = ownOf(desk, 'inference', spot.to);
  return typeof step === 'string' ? step : null;
}

/** The claim after which a new one takes its group; that of a conclusion holds what is concluded, not the reasons. */
function groupFor({ desk, item, view }: LineScene, isBeside: boolean): string | null {
  const { claims } = argument(desk);
  const near: Claim | null = isBeside && isClaim(item) ? (claims.get(item.id) ?? null) : null;
  const above = isClaim(item) ? (claims.get(item.id) ?? null) : view.above(item.key);
  const from = near ?? above;
  return !near && from?.role === 'conclusion' ? null : (from?.group ?? null);
}

/** An act that opens the field for a new claim. */
function writeNew(scene: LineScene, spot: Spot, isBeside: boolean): Pick<LineAct, 'whyNot' | 'does'> {
  const { desk, item } = scene;
  const near = argument(desk).claims.get(item.id);
  return {
    whyNot: whyNotInto(desk, spot),
    does: {
      do: 'write',
      writing: {
        kind: 'new',
        spot,
        key: item.key,
        isBeside,
        role: isBeside ? (near?.role ?? 'premise') : 'premise',
        group: groupFor(scene, isBeside),
      },
    },
  };
}

function undercutOf(scene: LineScene): Pick<LineAct, 'whyNot' | 'does'> {
  const step = stepIn(scene.item);
  const made = writeNew(scene, { relation: 'undercuts', to: step ?? '' }, false);
  return step === null ? { ...made, whyNot: 'It stands by no step that could be attacked.' } : made;
}

/** New lines beside and under a line. */
export function newActs(scene: LineScene): readonly LineAct[] {
  const { item, view } = scene;
  if (item.kind === 'wording') return [];
  if (item.kind === 'branch')
    return [
      {
        id: 'new-beside',
        words: 'New claim',
        key: 'Shift+Enter',
        ...writeNew(scene, spotUnder(item, true), false),
      },
    ];
  const isStep = item.kind === 'step';
  return [
    {
      id: 'new-support',
      words: isStep ? 'New premise of the step' : 'New support',
      key: '+',
      ...writeNew(scene, spotUnder(item, true), false),
    },
    {
      id: 'new-attack',
      words: isStep ? 'New attack on the step' : 'New attack',
      key: '-',
      ...writeNew(scene, spotUnder(item, false), false),
    },
    ...(isStep
      ? []
      : [{ id: 'new-undercut', words: 'New attack on its step', key: '_', ...undercutOf(scene) }]),
    {
      id: 'new-beside',
      words: 'New line beside it',
      key: 'Shift+Enter',
      ...writeNew(scene, spotBeside(item, view), true),
    },
  ];
}

/** The line as it is cut: by what cannot be taken away it goes on bearing where it does. */
function cutLine({ desk, item }: LineScene): Line {
  const line = lineOf(item);
  return line.via !== null && whyNotTakeAway(desk, line) !== null ? { ...line, via: null } : line;
}

function cutAct(scene: LineScene): LineAct[] {
  const { item } = scene;
  if (!isClaim(item)) return [];
  const line = cutLine(scene);
  const stays = line.via === null && item.via !== null ? ' It stays here, too: its step is not yours.' : '';
  return [
    {
      id: 'cut',
      words: 'Cut, to put it elsewhere',
      key: 'Ctrl+X',
      whyNot: null,
      does: { do: 'cut', line, said: `Cut. Ctrl+V on another line puts it there.${stays}` },
    },
  ];
}

const short = (words: string): string =>
  [...words].length > 40 ? `${[...words].slice(0, 39).join('')}…` : words;

function putActs({ desk, item, cut }: LineScene): LineAct[] {
  if (!cut || item.kind === 'wording') return [];
  const name = `“${short(orElse(argument(desk).claims.get(cut.claim)?.wording, 'Untitled claim'))}”`;
  const put = (id: string, words: string, spot: Spot, said: string, key?: string): LineAct => ({
    id,
    words: `${words}: ${name}`,
    ...(key === undefined ? {} : { key }),
    // Asked for only where it is wanted: it looks at the argument as it would be.
    get whyNot() {
      return whyNotMoveLine(desk, cut, spot);
    },
    does: { do: 'run', command: moveLine(cut, spot), said, goTo: cut.claim },
  });
  const paste = put(
    'paste',
    item.kind === 'branch' ? 'Put here' : 'Put here as support',
    spotUnder(item, true),
    'Moved',
    'Ctrl+V',
  );
  if (item.kind === 'branch') return [paste];
  const step = stepIn(item);
  const undercut =
    step === null
      ? []
      : [put('paste-undercut', 'Put as attack on its step', { relation: 'undercuts', to: step }, 'Moved')];
  if (item.kind === 'step') return [paste, ...undercut];
  return [
    paste,
    put('paste-attack', 'Put here as attack', spotUnder(item, false), 'Moved'),
    ...undercut,
    {
      id: 'merge',
      words: `Make one claim of this and ${name}`,
      get whyNot() {
        return whyNotMergeClaims(desk, item.id, cut.claim);
      },
      does: { do: 'run', command: mergeClaims(item.id, cut.claim), said: 'Claims merged', goTo: item.id },
    },
  ];
}

/** What Delete does: the claim or step itself where the line says it, only the relation where it points elsewhere. */
function deleteAct(scene: LineScene): LineAct | null {
  const { desk, item } = scene;
  const common = { id: 'delete', key: 'Delete' };
  if (item.kind === 'branch') return null;
  if (item.kind === 'wording') {
    const wording = item.via ?? '';
    return {
      ...common,
      words: 'Delete wording',
      whyNot: whyNotRemoveWording(desk, item.id, wording),
      does: { do: 'run', command: removeWording(item.id, wording), said: 'Wording deleted' },
    };
  }
  if (item.kind === 'again') return takeAct(scene, 'Delete');
  const name = item.kind === 'step' ? 'step' : 'claim';
  return {
    ...common,
    words: `Delete ${name}`,
    whyNot: whyNotRemove(desk, item.id),
    does: { do: 'run', command: remove(item.id), said: name === 'step' ? 'Step deleted' : 'Claim deleted' },
  };
}

function takeAct({ desk, item }: LineScene, key: string): LineAct | null {
  if (!isClaim(item) || item.via === null) return null;
  const line = lineOf(item);
  return {
    id: key === 'Delete' ? 'delete' : 'take-away',
    words: 'Take it from here; the claim stays',
    key,
    whyNot: whyNotTakeAway(desk, line),
    does: { do: 'run', command: takeAway(line), said: 'Taken away; the claim stays', goTo: item.id },
  };
}

/** A line and what is under it taken along. */
export const copyActs = ({ desk, item }: LineScene): readonly LineAct[] => {
  const what = item.children.length > 0 ? `“${short(nameOf(item, desk))}” and what is under it` : 'the line';
  return [
    { id: 'copy', words: `Copy ${what}`, key: 'Ctrl+C', whyNot: null, does: { do: 'copy', as: 'text' } },
    {
      id: 'copy-markdown',
      words: 'Copy as Markdown',
      whyNot: null,
      does: { do: 'copy', as: 'markdown' },
    },
  ];
};

/** A line put elsewhere, taken away, deleted. */
export function placeActs(scene: LineScene): readonly LineAct[] {
  const gone = [scene.item.kind === 'claim' ? takeAct(scene, 'Shift+Delete') : null, deleteAct(scene)].filter(
    (act) => act !== null,
  );
  return [...cutAct(scene), ...putActs(scene), ...gone];
}
