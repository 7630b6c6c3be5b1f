/** Labels of list items at the beginning of a line: bullets, numbers, letters. */
import type { Line } from './lines.ts';

export interface ItemLabel {
  readonly label: string;
  readonly isBullet: boolean;
  /** Letters of the line's text that the label and the space behind it take. */
  readonly length: number;
  /** Where the words begin; the label's own place where the two are one run. */
  readonly x: number;
}

const bullet = /^([•‣▪▸►◦○●■□–—−∗·⁃*-])\s+/u;
const number = /^(\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,6}|[IVXLC]{1,6})[.)])\s+(?=\S)/u;
const bracket = /^(\[\d{1,3}\])\s+/u;

/** The label that a line begins with; null where there is none. */
export function itemLabel(line: Line): ItemLabel | null {
  const found = bullet.exec(line.text) ?? number.exec(line.text) ?? bracket.exec(line.text);
  if (!found?.[1]) return null;
  const printed = line.pieces.filter(({ text }) => text.trim() !== '');
  const isOwn = printed[0]?.text.trim() === found[1];
  return {
    label: found[1],
    isBullet: bullet.test(line.text),
    length: found[0].length,
    x: isOwn ? (printed[1]?.x ?? line.x) : line.x,
  };
}
