/** What one said when a notebook was handed out or in, kept on this device for the next time. */
import { mostBefore } from '../notebook/file.ts';
import type { Storage } from '../storage/contract.ts';
import type { HandChoice } from './hand-file.ts';

const nameKey = 'hand-name';
const key = (paper: string): string => `hand:${paper}`;

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The name that one gave last, on any paper, and what was asked of readers of this one. Empty where nothing is kept, or can be. */
export async function recallHand(storage: Storage, paper: string): Promise<Partial<HandChoice>> {
  try {
    const [name, kept] = await Promise.all([storage.setting(nameKey), storage.setting(key(paper))]);
    const { title, instructions, before } = (kept ?? {}) as Partial<Record<keyof HandChoice, unknown>>;
    const isNumber = typeof before === 'number' && Number.isInteger(before) && before >= 0;
    return {
      name: asText(name),
      title: asText(title),
      instructions: asText(instructions),
      before: isNumber && before <= mostBefore ? before : 0,
    };
  } catch {
    // Nothing can be read: then one types it in.
    return {};
  }
}

/** Keeps it; a device that keeps nothing costs the typing, no more. */
export async function keepHand(storage: Storage, paper: string, choice: HandChoice): Promise<void> {
  const { name, title, instructions, before, way } = choice;
  try {
    await storage.setSetting(nameKey, name.trim());
    if (way === 'out') await storage.setSetting(key(paper), { title, instructions, before });
  } catch {
    // See above.
  }
}
