/** A desk with given records as the edition's reading, for tests that need a store but no paper text. */
import { freshSession } from '../../src/desk/desk.ts';
import { ownLayerOf } from '../../src/desk/layers.ts';
import { noPlacings } from '../../src/desk/placing.ts';
import { Store } from '../../src/desk/store.ts';
import type { Paper } from '../../src/model/paper.ts';
import { readText } from '../../src/model/paper-text.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { paperSchema } from '../../src/model/schema.ts';
import { Notebook } from '../../src/notebook/notebook.ts';

/** A paper of one sentence with 79 notes. */
export function emptyPaper(): Paper {
  const { nodes } = paperSchema;
  const doc = paperSchema.node('doc', null, [
    paperSchema.node('paragraph', { id: 'p1', address: '1' }, [paperSchema.text('A text.')]),
  ]);
  if (!nodes['doc']) throw new RangeError('The schema has no document.');
  return {
    id: 'sample',
    front: {
      title: 'Russia and Azerbaijan: Relations after 1989',
      authors: ['Murat Gül'],
      year: 2008,
      journal: 'Alternatives: Turkish Journal of International Relations',
      volume: '7',
      issue: '2 & 3',
      season: 'Summer & Fall',
      firstPage: '47',
      lastPage: '61',
    },
    doc,
    text: readText(doc),
    sections: [],
    notes: Array.from({ length: 79 }, (_, at) => ({
      id: `fn${at + 1}`,
      label: String(at + 1),
      anchor: `note-${at + 1}`,
      status: 'missing-in-source',
      text: null,
    })),
  };
}

/** A store whose first layer holds `records`, read-only, before an own layer that is empty. */
export function storeOf(records: readonly NotebookRecord[], notebook = new Notebook()): Store {
  const edition = new Map(records.map((record) => [record.id, record]));
  return new Store(
    {
      paper: emptyPaper(),
      version: `sha256-${'0'.repeat(64)}`,
      placings: noPlacings,
      layers: [
        {
          ...ownLayerOf('edition', 'The edition’s reading', edition),
          kind: 'edition',
          readOnly: true,
        },
        ownLayerOf('own', 'My notebook', notebook.records),
      ],
      session: freshSession,
      saving: 'memory',
      canUndo: false,
      canRedo: false,
    },
    notebook,
  );
}

/** A store whose reader has made these records; nothing else is open. */
export function ownStoreOf(records: readonly NotebookRecord[]): Store {
  const notebook = new Notebook();
  notebook.apply({ label: 'Test', put: records });
  return storeOf([], notebook);
}
