/** The app's own files as the browser keeps them: a cache a version, whole or not used at all, each file known by its sum. */

/** What the build says of one version: its name, and each file's path below the scope ('' is the page) with its SHA-256 in base64. */
export interface FileList {
  readonly version: string;
  readonly files: readonly (readonly [path: string, sum: string])[];
}

/** So many files are asked for at a time: few enough to leave the page its connection. */
const lanes = 4;

/** Stands in a cache once all files are in it. No server is ever asked for it. */
const wholeMark = '?whole';

/** What says how bytes travelled, not what they are: kept bytes have arrived. */
const travelHeaders = ['content-encoding', 'content-length', 'transfer-encoding'];

async function sumOf(bytes: ArrayBuffer): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...sum));
}

/** The answer, where it is the very file; null for any other: an error, a page that asks to log in, half a file. */
async function intact(response: Response, sum: string): Promise<Response | null> {
  if (!response.ok) return null;
  const bytes = await response.arrayBuffer();
  if ((await sumOf(bytes)) !== sum) return null;
  const headers = new Headers(response.headers);
  for (const name of travelHeaders) headers.delete(name);
  // A new one also forgets that it was redirected, which no page may be made of.
  return new Response(bytes, { headers });
}

/** The files of one version below `scope` (a folder's address). Several Warrants may live on one server, each in its folder. */
export class KeptFiles {
  readonly #scope: URL;
  readonly #list: FileList;
  readonly #sums: ReadonlyMap<string, string>;
  readonly #fetch: typeof fetch;

  constructor(scope: URL, list: FileList, fetchFile: typeof fetch = (...asked) => fetch(...asked)) {
    this.#scope = scope;
    this.#list = list;
    this.#sums = new Map(list.files.map(([path, sum]) => [this.#address(path), sum]));
    this.#fetch = fetchFile;
  }

  get #prefix(): string {
    return `warrant ${this.#scope.pathname} `;
  }

  get #own(): string {
    return this.#prefix + this.#list.version;
  }

  #address(path: string): string {
    return new URL(path, this.#scope).href;
  }

  /** The versions whose files are kept here, whole or not. */
  async versions(): Promise<readonly string[]> {
    const names = await caches.keys();
    return names.flatMap((name) => (name.startsWith(this.#prefix) ? [name.slice(this.#prefix.length)] : []));
  }

  /** Whether every file of this version was kept. */
  async isWhole(): Promise<boolean> {
    return (await caches.has(this.#own)) && (await this.#hasMark(this.#own));
  }

  async #hasMark(name: string): Promise<boolean> {
    const cache = await caches.open(name);
    return (await cache.match(this.#address(wholeMark))) !== undefined;
  }

  /**
   * Keeps every file that is not kept yet: what an older version has is not fetched again, and what came before the connection
   * broke is not, either. Throws where one cannot be had; then this version is not to be used. Where there is no room, all that
   * was kept of it is given back.
   */
  async keepAll(): Promise<void> {
    try {
      const cache = await caches.open(this.#own);
      const rest = this.#sums.entries();
      const lane = async (): Promise<void> => {
        for (const [address, sum] of rest) await this.#keep(cache, address, sum);
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      await cache.put(this.#address(wholeMark), new Response());
    } catch (error) {
      if (error instanceof DOMException && error.name === 'QuotaExceededError')
        await caches.delete(this.#own);
      throw error;
    }
  }

  async #keep(cache: Cache, address: string, sum: string): Promise<void> {
    if (await cache.match(address, { ignoreVary: true })) return;
    const file = (await this.#fromOlder(address, sum)) ?? (await this.#fetched(address, sum));
    if (!file) throw new TypeError(`${address} did not arrive as it was built.`);
    await cache.put(address, file);
  }

  async #fromOlder(address: string, sum: string): Promise<Response | null> {
    const older = await this.#match(address);
    return older ? intact(older, sum) : null;
  }

  /** Asked for once more past all caches: what lies in them may be another's answer under the same name. */
  async #fetched(address: string, sum: string): Promise<Response | null> {
    const isPage = address === this.#scope.href;
    const first = await intact(await this.#fetch(address, { cache: isPage ? 'no-cache' : 'default' }), sum);
    return first ?? intact(await this.#fetch(address, { cache: 'reload' }), sum);
  }

  /** The file in this version, or else in another one: an older page goes on with its own files, which have their own names. */
  async #match(address: string): Promise<Response | undefined> {
    const inVersion = (version: string): Promise<Response | undefined> =>
      caches.match(address, { cacheName: this.#prefix + version, ignoreVary: true });
    const own = await inVersion(this.#list.version);
    if (own) return own;
    for (const version of await this.versions()) {
      const found = await inVersion(version);
      if (found) return found;
    }
    return undefined;
  }

  /**
   * The address of the file that a request wants; null where it is none of ours. A page of the app is its folder or `index.html`
   * in it, whatever is asked of it behind a question mark.
   */
  wanted(request: { readonly method: string; readonly mode: string; readonly url: string }): string | null {
    if (request.method !== 'GET') return null;
    const url = new URL(request.url);
    if (!url.href.startsWith(this.#scope.href)) return null;
    const path = `${url.origin}${url.pathname}`;
    if (path === this.#scope.href || path === this.#address('index.html')) return this.#scope.href;
    return this.#sums.has(path) || path.startsWith(this.#address('assets/')) ? path : null;
  }

  /** The file at an address that `wanted` answered. What is not kept is fetched; what comes is refused where it is not the file. */
  async answer(address: string): Promise<Response> {
    const kept = await this.#match(address);
    if (kept) return kept;
    const sum = this.#sums.get(address);
    if (sum === undefined) return this.#fetch(address);
    return (await this.#fetched(address, sum)) ?? Response.error();
  }

  /** Removes the files of all other versions but those that a page has open. */
  async removeOthers(open: ReadonlySet<string>): Promise<void> {
    for (const version of await this.versions())
      if (version !== this.#list.version && !open.has(version)) await caches.delete(this.#prefix + version);
  }
}
