/** Bytes as text, in the encoding that they say they have: by their first bytes, a declaration, or their look. Pure. */

/** What a byte order mark says. */
const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** An encoding of 16 bits without mark: every other byte of `<?xml` or `<html` is nothing. */
function wide(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[3] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0 ? 'utf-16be' : null;
}

const declarations = [
  /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/iu,
  /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/iu,
];

/** What the file says of itself in its beginning; a file that could be read to say so is not of 16 bits. */
function declared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const label = declarations.map((one) => one.exec(head)?.[1]).find(Boolean);
  return label && !/^utf-?16/iu.test(label) ? label : null;
}

function decode(bytes: Uint8Array, label: string, isStrict: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal: isStrict }).decode(bytes);
  } catch {
    // An encoding that nobody knows, or bytes that it cannot have.
    return null;
  }
}

/**
 * The text of a file of HTML, XML or Markdown. What it says of its encoding is believed where its bytes bear it out;
 * else it is UTF-8 where that fits, and the old encoding of Western Europe where it does not.
 */
export function textOfBytes(bytes: Uint8Array): string {
  const mark = marks.find(([sign]) => sign.every((byte, at) => bytes[at] === byte))?.[1] ?? wide(bytes);
  if (mark) return decode(bytes, mark, false) ?? '';
  const label = declared(bytes);
  const said = label ? decode(bytes, label, true) : null;
  return (
    said ??
    decode(bytes, 'utf-8', true) ??
    decode(bytes, label ?? 'windows-1252', false) ??
    decode(bytes, 'windows-1252', false) ??
    ''
  );
}
