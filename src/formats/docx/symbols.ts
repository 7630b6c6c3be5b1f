/** Signs that Word writes by their place in a font of symbols. Pure. */

const greek = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const small = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';

const others: Readonly<Record<number, string>> = {
  0x2a: '∗',
  0xa2: '′',
  0xa3: '≤',
  0xae: '→',
  0xb0: '°',
  0xb1: '±',
  0xb2: '″',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb9: '≠',
  0xbb: '≈',
  0xbc: '…',
};

/** A sign of the font of Greek letters and mathematics, by its place. */
function greekSign(place: number): string {
  if (place >= 65 && place <= 90) return greek[place - 65] ?? '';
  if (place >= 97 && place <= 122) return small[place - 97] ?? '';
  return others[place] ?? (place < 127 ? String.fromCodePoint(place) : '');
}

/** `code` is hexadecimal as `sym` has it; empty where the sign cannot be known. */
export function symbol(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  if (!(value <= 0x10ffff)) return '';
  const isPrivate = value >= 0xf000 && value <= 0xf0ff;
  if (/symbol/iu.test(font)) return greekSign(isPrivate ? value - 0xf000 : value);
  return isPrivate ? '' : String.fromCodePoint(value);
}
