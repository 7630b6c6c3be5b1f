/** Workers of our own, started through the page's policy: everything but the layout engine, which is a file of others. */

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

// The page admits scripts by named policy alone; this one lets through what the build has made of our own workers.
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'warrant-own-worker',
  {
    createScriptURL: (url) => {
      if (new URL(url).origin !== location.origin) throw new RangeError('Only our own workers are started.');
      return url;
    },
  },
);

/** The address of a script of our own, as the page's policy wants it: a string to all but the browser. */
export const ownScript = (url: URL): string => policy?.createScriptURL(url.href) ?? url.href;

/** Named like the platform's own, since the build finds a worker's file by how it is started. */
export class Worker extends globalThis.Worker {
  constructor(url: URL, options: WorkerOptions) {
    super(ownScript(url), options);
  }
}
