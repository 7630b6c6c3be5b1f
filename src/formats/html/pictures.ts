/** Pictures that a page carries in itself, as `data:` addresses. Others are never fetched. */
import type { Picture } from '../paper/reader.ts';

const most = 40_000_000;
const address = /^data:image\/(png|jpe?g|gif|webp);base64,/iu;

/** Keeps pictures, the same one once. */
export class Pictures {
  readonly kept: Picture[] = [];
  readonly #names = new Map<string, string>();
  #size = 0;

  /** The name under which it is kept; null where it is not in the file, or is none that can be shown. */
  keep(src: string): string | null {
    const known = this.#names.get(src);
    if (known) return known;
    const type = address.exec(src)?.[1]?.toLowerCase().replace('jpg', 'jpeg');
    const bytes = type ? decoded(src.slice(src.indexOf(',') + 1)) : null;
    if (!type || !bytes || this.#size + bytes.length > most) return null;
    this.#size += bytes.length;
    const name = `picture-${this.kept.length + 1}.${type}`;
    this.kept.push({ name, type: `image/${type}` as Picture['type'], bytes });
    this.#names.set(src, name);
    return name;
  }
}

function decoded(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(decodeURIComponent(base64).replace(/\s/gu, '')), (sign) =>
      sign.charCodeAt(0),
    );
  } catch {
    return null;
  }
}
