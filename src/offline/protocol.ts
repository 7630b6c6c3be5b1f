/** What pages and the service worker say to each other, and how the page names the version of its files. */

/** From a page: `take-over` ends the waiting of a newer version; `look-after` mends the kept files and removes what nobody uses. */
export type ToWorker = { readonly is: 'take-over' | 'look-after' };

/** From the worker, with a port for the answer: which version of the files the page was opened with, a string. */
export type ToPage = { readonly is: 'which-version' };

/** The name of the `<meta>` by which the build tells a page its version. */
export const versionName = 'warrant-version';
