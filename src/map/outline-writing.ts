/** What is being written in the outline's one field: for which line, how it is asked for, and what is done with it. */
import { addWording, editWording, whyNotAddWording, whyNotEditWording } from '../desk/wording-commands.ts';
import { editClaim, whyNotEditClaim } from '../desk/claim-commands.ts';
import { editConflict, whyNotEditConflict } from '../desk/conflict-commands.ts';
import { argument, type Desk } from '../desk/desk.ts';
import { makeGroup, moveToGroup, whyNotMakeGroup, whyNotMoveToGroup } from '../desk/group-commands.ts';
import { editInference, whyNotEditInference } from '../desk/inference-commands.ts';
import { makeLine, whyNotMakeLine, type NewLine, type Spot } from '../desk/line-commands.ts';
import type { Command } from '../desk/store.ts';
import type { ClaimRole } from '../model/argument-records.ts';
import type { FieldForm } from './outline-field.ts';
import { groupName } from './outline-words.ts';
import { orElse } from './untitled.ts';

/** What is written. `key` is that of the line in which, or under or beside which, the field stands. */
export type Writing =
  | {
      readonly kind: 'new';
      readonly spot: Spot;
      readonly key: string | null;
      readonly isBeside: boolean;
      readonly role: ClaimRole;
      readonly group: string | null;
    }
  | {
      readonly kind: 'wording' | 'another' | 'notes' | 'group' | 'gist';
      readonly id: string;
      readonly key: string;
    }
  | { readonly kind: 'rewording'; readonly id: string; readonly wording: string; readonly key: string };

/** Under what name its draft is kept: the same for the same thing, wherever its line is. */
export const draftName = (writing: Writing): string =>
  JSON.stringify(
    writing.kind === 'new'
      ? ['new', writing.spot.relation, writing.spot.to]
      : [writing.kind, writing.id, writing.kind === 'rewording' ? writing.wording : ''],
  );

const short = (words: string): string => {
  const points = [...words];
  return points.length > 60 ? `${points.slice(0, 59).join('').trimEnd()}…` : words;
};

/** What a thing of the argument is called in a label. */
function called(desk: Desk, id: string | null): string {
  const graph = argument(desk);
  const wording = graph.claims.get(id ?? '')?.wording;
  if (wording !== undefined) return `“${short(orElse(wording, 'Untitled claim'))}”`;
  const conclusion = graph.claims.get(graph.inferences.get(id ?? '')?.conclusion ?? '')?.wording;
  return conclusion === undefined ? 'what is gone' : `the step to “${short(conclusion)}”`;
}

const newLabels: Readonly<Record<Spot['relation'], (desk: Desk, to: string | null) => string>> = {
  supports: (desk, to) => `New claim that supports ${called(desk, to)}`,
  attacks: (desk, to) => `New claim that attacks ${called(desk, to)}`,
  undercuts: (desk, to) => `New claim that attacks ${called(desk, to)}`,
  premise: (desk, to) => `New premise of ${called(desk, to)}`,
  free: () => 'New claim',
};

/** The labels of a paper's notes that carry a claim, as one types them. */
function notesText(desk: Desk, claim: string): string {
  const carried = argument(desk).claims.get(claim)?.notes ?? [];
  const labels = new Map(desk.paper.notes.map((note) => [note.id, note.label]));
  return carried.map((note) => labels.get(note) ?? note).join(', ');
}

/** What stands in the field for something that is there already. */
const texts: Readonly<Record<'wording' | 'notes' | 'group' | 'gist', (desk: Desk, id: string) => string>> = {
  wording: (desk, id) => argument(desk).claims.get(id)?.wording ?? '',
  notes: notesText,
  group: (desk, id) => {
    const group = argument(desk).claims.get(id)?.group ?? null;
    return group === null ? '' : groupName(desk, group);
  },
  gist: (desk, id) => {
    const { inferences, conflicts } = argument(desk);
    return (inferences.get(id) ?? conflicts.get(id))?.gist ?? '';
  },
};

function textOf(writing: Writing, desk: Desk): string {
  if (writing.kind === 'new' || writing.kind === 'another') return '';
  if (writing.kind !== 'rewording') return texts[writing.kind](desk, writing.id);
  const wordings = argument(desk).claims.get(writing.id)?.wordings ?? [];
  return wordings.find((one) => one.id === writing.wording)?.text ?? '';
}

function labelOf(writing: Writing, desk: Desk): string {
  if (writing.kind === 'new') return newLabels[writing.spot.relation](desk, writing.spot.to);
  const isStep = argument(desk).inferences.has(writing.id);
  return {
    wording: 'Wording, in your own words',
    another: 'Another wording of the claim',
    rewording: 'The other wording',
    notes: 'Numbers of the notes that carry it, with commas between',
    group: 'Group: one that is there, or the title of a new one; empty for none',
    gist: isStep ? 'How the step goes, in a sentence' : 'What the two disagree about, in a sentence',
  }[writing.kind];
}

/** The field for a writing; `draft` is what was typed before, empty where nothing was. */
export function fieldFor(writing: Writing, desk: Desk, draft: string): FieldForm {
  const suggestions =
    writing.kind === 'group' ? [...argument(desk).groups.keys()].map((id) => groupName(desk, id)) : [];
  return {
    label: labelOf(writing, desk),
    text: draft || textOf(writing, desk),
    role: writing.kind === 'new' ? writing.role : null,
    suggestions,
  };
}

/** What is to be done with what was written. */
export interface Saved {
  readonly command: Command;
  /** Why it cannot be done; null where it can. */
  readonly whyNot: string | null;
  /** What is said when it is done. */
  readonly said: string;
  /** Id of the claim that is new; null where none is. */
  readonly made: string | null;
}

function saveNotes(desk: Desk, claim: string, text: string): Saved {
  const labels = text.split(/[,;\s]+/u).filter(Boolean);
  const byLabel = new Map(desk.paper.notes.map((note) => [note.label, note.id]));
  const unknown = labels.find((label) => !byLabel.has(label));
  const notes = labels.map((label) => byLabel.get(label) ?? label);
  const patch = { notes };
  return {
    command: editClaim(claim, patch),
    whyNot: unknown === undefined ? whyNotEditClaim(desk, claim, patch) : `The paper has no note ${unknown}.`,
    said: 'Notes changed',
    made: null,
  };
}

function saveGroup(desk: Desk, claim: string, text: string): Saved {
  const title = text.trim();
  const known = [...argument(desk).groups.keys()].find((id) => groupName(desk, id) === title);
  if (title === '' || known !== undefined) {
    const group = known ?? null;
    return {
      command: moveToGroup([claim], group),
      whyNot: whyNotMoveToGroup(desk, [claim], group),
      said: group === null ? 'Taken out of the group' : `Moved to ${title}`,
      made: null,
    };
  }
  const options = { title, claims: [claim] };
  const whyNot = whyNotMoveToGroup(desk, [claim], null);
  const isBarred = whyNot !== null && argument(desk).claims.get(claim)?.group !== null;
  return {
    command: makeGroup(options),
    whyNot: isBarred ? whyNot : whyNotMakeGroup(desk, options),
    said: `Group ${title} made`,
    made: null,
  };
}

function saveGist(desk: Desk, id: string, gist: string): Saved {
  const isStep = argument(desk).inferences.has(id);
  return {
    command: isStep ? editInference(id, { gist }) : editConflict(id, { gist }),
    whyNot: isStep ? whyNotEditInference(desk, id, { gist }) : whyNotEditConflict(desk, id, { gist }),
    said: isStep ? 'Step changed' : 'Attack changed',
    made: null,
  };
}

const saveNew = (desk: Desk, { spot }: Extract<Writing, { kind: 'new' }>, line: NewLine): Saved => ({
  command: makeLine(spot, line),
  whyNot: whyNotMakeLine(desk, spot, line),
  said: 'Claim added',
  made: line.id,
});

const saveWording = (desk: Desk, claim: string, wording: string): Saved => ({
  command: editClaim(claim, { wording }),
  whyNot: whyNotEditClaim(desk, claim, { wording }),
  said: 'Wording changed',
  made: null,
});

/** What becomes of a writing. `id` is that of the claim that may come of it. */
export function savedFrom(
  writing: Writing,
  desk: Desk,
  { text, role, id }: { readonly text: string; readonly role: ClaimRole | null; readonly id: string },
): Saved {
  const words = text.replace(/\s+/gu, ' ').trim();
  switch (writing.kind) {
    case 'new':
      return saveNew(desk, writing, { id, wording: words, role: role ?? writing.role, group: writing.group });
    case 'wording':
      return saveWording(desk, writing.id, words);
    case 'another':
      return {
        command: addWording(writing.id, words),
        whyNot: whyNotAddWording(desk, writing.id, words),
        said: 'Wording added',
        made: null,
      };
    case 'rewording':
      return {
        command: editWording(writing.id, writing.wording, words),
        whyNot: whyNotEditWording(desk, writing.id, writing.wording, words),
        said: 'Wording changed',
        made: null,
      };
    case 'notes':
      return saveNotes(desk, writing.id, text);
    case 'group':
      return saveGroup(desk, writing.id, text);
    case 'gist':
      return saveGist(desk, writing.id, words);
  }
}
