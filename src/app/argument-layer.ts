/** An argument from a file as a notebook of somebody else, to be opened as a layer beside the reader's own. */
import type { Desk } from '../desk/desk.ts';
import type { ArgumentFile } from '../formats/argument-file.ts';
import { idFor } from '../formats/foreign-id.ts';
import { Unsound } from '../model/shapes.ts';
import { writeNotebookFile } from '../notebook/file.ts';
import { readRecord } from '../notebook/validate.ts';
import { argumentKinds } from '../model/records.ts';

/** The notebook's file. The same argument takes the place of its older copy; `name` is that of its file, `now` an ISO date in UTC. */
export function argumentLayer(desk: Desk, file: ArgumentFile, name: string, now: string): File {
  const records = file.records.flatMap((one) => {
    const record = readRecord(one);
    return record instanceof Unsound || !argumentKinds.includes(record.kind) ? [] : [record];
  });
  const called = file.title || name || 'An argument';
  const { paper, version } = desk;
  const head = {
    id: idFor(`argument layer\n${file.format}\n${called}`),
    name: called.slice(0, 1000),
    creator: '',
    paper: { id: paper.id, title: paper.front.title.slice(0, 1000), hash: version },
    made: file.made ?? now,
  };
  return new File([writeNotebookFile(head, records)], name || 'argument.json', { type: 'application/json' });
}
