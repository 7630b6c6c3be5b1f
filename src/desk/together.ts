/** Several commands as one edit, undone as one. */
import type { NotebookRecord } from '../model/records.ts';
import { deskAfter } from './desk-after.ts';
import type { Command } from './store.ts';

/**
 * Runs commands one after the other, each on the desk as those before it leave it, and answers one edit for all.
 * One that says "not now" is passed over; null where all do.
 */
export const together =
  (label: string, commands: readonly Command[], joins?: string): Command =>
  (desk) => {
    let now = desk;
    const put = new Map<string, NotebookRecord>();
    const remove = new Set<string>();
    for (const command of commands) {
      const edit = command(now);
      if (!edit) continue;
      now = deskAfter(now, edit);
      for (const id of edit.remove ?? []) {
        put.delete(id);
        remove.add(id);
      }
      for (const record of edit.put ?? []) {
        remove.delete(record.id);
        put.set(record.id, record);
      }
    }
    if (put.size + remove.size === 0) return null;
    return { label, put: [...put.values()], remove: [...remove], ...(joins === undefined ? {} : { joins }) };
  };
