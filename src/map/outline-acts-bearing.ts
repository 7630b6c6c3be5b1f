/** What one does with how a line bears on the one above: turn it, link it, say how the step goes, weigh it. */
import { editConflict, whyNotEditConflict } from '../desk/conflict-commands.ts';
import { argument } from '../desk/desk.ts';
import {
  castPremise,
  editInference,
  unlinkPremise,
  whyNotCastPremise,
  whyNotEditInference,
  whyNotUnlinkPremise,
} from '../desk/inference-commands.ts';
import { linkLine, turnLine, whyNotLinkLine, whyNotTurnLine } from '../desk/line-commands.ts';
import { ownOf } from '../desk/moves.ts';
import { prefer, whyNotPrefer } from '../desk/preference-commands.ts';
import { premiseRoles } from '../model/argument-records.ts';
import type { LineAct, LineScene } from './outline-act.ts';
import { attackIn, isClaim, lineOf, stepAbove, stepIn } from './outline-lines.ts';

function turnAct({ desk, item }: LineScene): LineAct[] {
  if (!isClaim(item) || item.via === null) return [];
  const line = lineOf(item);
  const isAttack = attackIn(item) !== null;
  return [
    {
      id: 'turn',
      words: isAttack ? 'Support instead of attack' : 'Attack instead of support',
      key: '!',
      // Asked for only where it is wanted: it looks at the argument as it would be.
      get whyNot() {
        return whyNotTurnLine(desk, line);
      },
      does: {
        do: 'run',
        command: turnLine(line),
        said: isAttack ? 'It supports now' : 'It attacks now',
        goTo: item.id,
      },
    },
  ];
}

const unlinkAct = ({ desk, item }: LineScene, step: string): LineAct => ({
  id: 'link',
  words: 'Let it support by itself',
  key: 'Ctrl+J',
  whyNot: whyNotUnlinkPremise(desk, step, item.id),
  does: {
    do: 'run',
    command: unlinkPremise(step, item.id),
    said: 'Unlinked: it supports by itself',
    goTo: item.id,
  },
});

function linkAct(scene: LineScene): LineAct[] {
  const { desk, item, view } = scene;
  const step = stepIn(item);
  if (!isClaim(item) || step === null) return [];
  if (item.bearing === 'linked') return [unlinkAct(scene, step)];
  const above = stepAbove(item, view);
  const line = lineOf(item);
  return [
    {
      id: 'link',
      words: 'Link with the support above it',
      key: 'Ctrl+J',
      get whyNot() {
        return above === null
          ? 'There is no support above it to link it with.'
          : whyNotLinkLine(desk, line, above);
      },
      does: {
        do: 'run',
        command: linkLine(line, above ?? ''),
        said: 'Linked: they support only together',
        goTo: item.id,
      },
    },
  ];
}

function attackActs({ desk, item, view }: LineScene): LineAct[] {
  const id = attackIn(item);
  const conflict = argument(desk).conflicts.get(id ?? '');
  const above = view.parent(item.key);
  if (id === null || !conflict || item.bearing !== 'against') return [];
  const mutual = { mutual: !conflict.mutual };
  const kind = conflict.attack === 'rebut' ? 'undermine' : 'rebut';
  return [
    {
      id: 'mutual',
      words: 'Each attacks the other',
      key: '=',
      kind: 'check',
      isOn: conflict.mutual,
      whyNot: whyNotEditConflict(desk, id, mutual),
      does: {
        do: 'run',
        command: editConflict(id, mutual),
        said: conflict.mutual ? 'One attacks the other' : 'Each attacks the other',
        goTo: id,
      },
    },
    {
      id: 'undermine',
      words: 'It undermines: it attacks a premise',
      kind: 'check',
      isOn: conflict.attack === 'undermine',
      whyNot: whyNotEditConflict(desk, id, { attack: kind }),
      does: { do: 'run', command: editConflict(id, { attack: kind }), said: 'Attack changed', goTo: id },
    },
    {
      id: 'prefer',
      words: 'Prefer it to what it attacks',
      whyNot: whyNotPrefer(desk, item.id, above?.id ?? ''),
      does: { do: 'run', command: prefer(item.id, above?.id ?? ''), said: 'Preferred', goTo: id },
    },
  ];
}

function castActs({ desk, item }: LineScene): LineAct[] {
  const step = stepIn(item);
  const premise = argument(desk)
    .inferences.get(step ?? '')
    ?.premises.find((one) => one.claim === item.id);
  if (step === null || !premise || !isClaim(item)) return [];
  return premiseRoles.map((role) => {
    const wanted = premise.role === role ? null : role;
    return {
      id: `as-${role}`,
      words: { grounds: 'As grounds', warrant: 'As warrant', backing: 'As backing' }[role],
      kind: 'check',
      isOn: premise.role === role,
      whyNot: whyNotCastPremise(desk, step, item.id, wanted),
      does: {
        do: 'run',
        command: castPremise(step, item.id, wanted),
        said: 'Premise changed',
        goTo: item.id,
      },
    };
  });
}

function stepActs({ desk, item }: LineScene): LineAct[] {
  const step = stepIn(item);
  const attack = attackIn(item);
  const id = step ?? attack;
  if (id === null) return [];
  const known = argument(desk).inferences.get(id);
  const patch = { implicit: !known?.implicit };
  const record = ownOf(desk, step === null ? 'conflict' : 'inference', id);
  return [
    {
      id: 'gist',
      words: step === null ? 'Say what they disagree about' : 'Say how the step goes',
      key: item.kind === 'step' ? 'F2' : 'Shift+F2',
      whyNot: typeof record === 'string' ? record : null,
      does: { do: 'write', writing: { kind: 'gist', id, key: item.key } },
    },
    ...(known
      ? [
          {
            id: 'implicit',
            words: 'The paper leaves the step unsaid',
            kind: 'check' as const,
            isOn: known.implicit,
            whyNot: whyNotEditInference(desk, id, patch),
            does: { do: 'run' as const, command: editInference(id, patch), said: 'Step changed', goTo: id },
          },
        ]
      : []),
    {
      id: 'show-step',
      words: step === null ? 'Show the attack in all faces' : 'Show the step in all faces',
      key: 'Ctrl+Enter',
      whyNot: null,
      does: { do: 'show', focus: { kind: step === null ? 'conflict' : 'inference', id } },
    },
  ];
}

/** See the head of this file. */
export const bearingActs = (scene: LineScene): readonly (readonly LineAct[])[] => [
  [...linkAct(scene), ...turnAct(scene), ...attackActs(scene)],
  [...stepActs(scene), ...castActs(scene)],
];
