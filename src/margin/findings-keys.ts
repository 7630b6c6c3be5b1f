/** The keys in the list of findings: up and down from one to the next, to the ends, and Delete to dismiss. */

const ways: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function target(key: string, at: number, all: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  const step = ways[key];
  return step === undefined ? undefined : all[Math.min(all.length - 1, Math.max(0, at + step))];
}

/** Does what a key means on a finding of `root`; true where it meant something. */
export function walkFindings(event: KeyboardEvent, root: HTMLElement): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const here = event.target instanceof HTMLElement ? event.target.closest('.finding') : null;
  if (!here) return false;
  if (event.key === 'Delete') {
    here.querySelector<HTMLElement>('.finding-dismiss')?.click();
    return true;
  }
  const all = [...root.querySelectorAll<HTMLElement>('.finding-go')];
  const at = all.findIndex((one) => here.contains(one));
  const to = target(event.key, at, all);
  to?.focus({ preventScroll: true });
  to?.scrollIntoView({ block: 'nearest' });
  return to !== undefined;
}
