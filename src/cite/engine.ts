/** The CSL processor: citeproc-js (CPAL-1.0) as the file that it came as, loaded when it is first wanted. */
import { Fault } from '../model/fault.ts';

// A file of its own, shipped as it was received with its notice at the head: see the licence.
const engineUrl = new URL('../../node_modules/citeproc/citeproc_commonjs.js', import.meta.url).href;

/** To be shown where citations are made: the licence of the processor asks for it. */
export const attribution = 'Citations by CSL (citationstyles.org)';

let loading: Promise<Citeproc.Library> | null = null;

/** The file leaves its library in `module.exports`, which a page has not: one is held out to it. */
async function load(): Promise<Citeproc.Library> {
  const page = globalThis as { module?: { exports: unknown } };
  const before = Object.getOwnPropertyDescriptor(page, 'module');
  const module: { exports: unknown } = { exports: null };
  Object.defineProperty(page, 'module', { value: module, configurable: true });
  try {
    await import(/* @vite-ignore */ engineUrl);
  } finally {
    delete page.module;
    if (before) Object.defineProperty(page, 'module', before);
  }
  return module.exports as Citeproc.Library;
}

/** The processor; loaded once. Rejects with a Fault `cite/unreachable` where the file does not arrive; then one may ask again. */
export function loadEngine(): Promise<Citeproc.Library> {
  loading ??= load().catch((cause: unknown) => {
    loading = null;
    throw new Fault('cite/unreachable', '', { cause });
  });
  return loading;
}
