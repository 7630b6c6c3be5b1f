/** Every action of an open desk: each file of actions is named here once, and nowhere else. */
import type { Action, ActionScene } from './actions.ts';
import { annotationActions } from './annotation-actions.ts';
import { backupActions } from './backup-actions.ts';
import { buildActions } from './build-actions.ts';
import { argumentActions } from './argument-actions.ts';
import { deskActions } from './desk-actions.ts';
import { exchangeActions } from './exchange-actions.ts';
import { findActions } from './find-actions.ts';
import { historyActions } from './history-actions.ts';
import { layerActions } from './layer-actions.ts';
import { markActions } from './mark-actions.ts';
import { markListActions } from './mark-list-actions.ts';
import { mendActions } from './mend-actions.ts';
import { outlineActions } from './outline-actions.ts';
import { placeActions } from './place-actions.ts';
import { presentActions } from './present-actions.ts';
import { printActions } from './print-actions.ts';
import { proposalActions } from './proposal-actions.ts';
import { reviewActions } from './review-actions.ts';
import { viewActions } from './view-actions.ts';
import { sourceActions } from './source-actions.ts';
import { sourceViewActions } from './source-view-actions.ts';
import { voiceActions } from './voice-actions.ts';
import { walkActions } from './walk-actions.ts';
import { weighActions } from './weigh-actions.ts';

const makers: readonly ((scene: ActionScene) => readonly Action[])[] = [
  deskActions,
  placeActions,
  findActions,
  // At a claim, or with words selected, its letters relate; else they walk.
  argumentActions,
  walkActions,
  annotationActions,
  // While somebody is read to, its keys are the reader's voice's.
  voiceActions,
  markActions,
  markListActions,
  sourceViewActions,
  sourceActions,
  exchangeActions,
  backupActions,
  historyActions,
  layerActions,
  weighActions,
  printActions,
  reviewActions,
  buildActions,
  outlineActions,
  viewActions,
  presentActions,
  proposalActions,
  mendActions,
];

/** The actions, those of one group one after the other; where two have a key in common, the first that can be done now has it. */
export const allActions = (scene: ActionScene): readonly Action[] => makers.flatMap((make) => make(scene));
