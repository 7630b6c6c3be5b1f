/** The beginning of a file as text, if it is one: enough to tell what it is. Part of recognising files. */

/** So many bytes are looked at. */
const most = 65_536;

/** Two bytes a letter, without a mark at the beginning: every other byte of plain Latin is 0. Null where it is not so. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const some = bytes.subarray(0, 512);
  let [even, odd] = [0, 0];
  for (let at = 0; at < some.length; at += 1) {
    if (some[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const enough = some.length * 0.3;
  if (odd > enough && even < enough / 10) return 'utf-16le';
  return even > enough && odd < enough / 10 ? 'utf-16be' : null;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return wideOrder(bytes) ?? 'utf-8';
}

/** Controls that no text has; tabs, line ends, form feeds and the escape of old encodings it may have. */
// eslint-disable-next-line no-control-regex
const controls = /[\u0001-\u0008\u000E-\u001A\u001C-\u001F\u007F]/gu;

/** One in so many letters may be such a control: text that was copied out of a PDF has some. */
const tolerance = 100;

/** The first 64 KB as text; null where they are none. */
export function beginningOf(bytes: Uint8Array): string | null {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, most));
  if (text.includes('\0')) return null;
  const strange = text.match(controls)?.length ?? 0;
  return strange * tolerance > text.length ? null : text;
}
