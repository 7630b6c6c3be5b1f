/** Front matter that was typed and not saved yet: kept by this tab for each paper, also over a reload. */
import { frontLines, type FrontFields } from './front-fields.ts';

const keyOf = (paper: string): string => `warrant-front ${paper}`;

const names = ['title', ...frontLines.map(([name]) => name)] as const;

const asText = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 5_000) : '');

/** What was typed for the paper of this id; null where nothing waits. */
export function typedFront(paper: string): FrontFields | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(paper)) ?? 'null') as Record<string, unknown> | null;
    if (typeof kept !== 'object' || kept === null) return null;
    const people = Array.isArray(kept['names']) ? kept['names'].slice(0, 500) : [];
    return {
      ...(Object.fromEntries(names.map((name) => [name, asText(kept[name])])) as unknown as FrontFields),
      names: people.map((one: unknown) => {
        const { given, family } = (one ?? {}) as { readonly given?: unknown; readonly family?: unknown };
        return { given: asText(given), family: asText(family) };
      }),
    };
  } catch {
    // Refused or damaged: then nothing waits.
    return null;
  }
}

/** Keeps what is typed; null forgets it. */
export function keepTypedFront(paper: string, typed: FrontFields | null): void {
  try {
    if (typed) sessionStorage.setItem(keyOf(paper), JSON.stringify(typed));
    else sessionStorage.removeItem(keyOf(paper));
  } catch {
    // Refused or full: it stays in the dialog.
  }
}
