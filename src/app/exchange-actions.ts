/** Actions by which annotations and arguments go out and come in. */
import { ExportArgumentRequest, OpenArgumentRequest } from '../desk/argument-requests.ts';
import { ExportMarksRequest, ImportMarksRequest } from '../desk/requests.ts';
import type { Action, ActionScene } from './actions.ts';

/** See the head of this file. */
export const exchangeActions = ({ root }: ActionScene): Action[] => [
  {
    id: 'export-annotations',
    words: 'Export annotations …',
    group: 'Mark and write',
    also: 'save download copy json-ld w3c hypothesis zotero markdown csv html',
    run: () => void root.dispatchEvent(new ExportMarksRequest()),
  },
  {
    id: 'import-annotations',
    words: 'Import annotations …',
    group: 'Mark and write',
    also: 'open load json-ld w3c hypothesis zotero',
    run: () => void root.dispatchEvent(new ImportMarksRequest()),
  },
  {
    id: 'open-argument',
    words: 'Open an argument …',
    group: 'Mark and write',
    also: 'import load map argdown aif ova merge take in file',
    run: () => void root.dispatchEvent(new OpenArgumentRequest()),
  },
  {
    id: 'export-argument',
    words: 'Export the argument …',
    group: 'Mark and write',
    also: 'map save download copy argdown aif ova json graphml dot graphviz mermaid markdown csv outline',
    run: () => void root.dispatchEvent(new ExportArgumentRequest()),
  },
];
