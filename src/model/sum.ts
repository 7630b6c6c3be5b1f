/** The sum by which bytes are known wherever they lie. */

/** The SHA-256 sum of bytes, as 64 hexadecimal digits. */
export async function sum256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
