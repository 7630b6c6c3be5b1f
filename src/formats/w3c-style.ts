/** How a mark shows, as CSS in a Web Annotation (`stylesheet`, `styleClass`); out and in. */
import { colours, firstColour } from '../model/colours.ts';
import type { MarkStyle } from '../model/records.ts';
import { own, textIn, type JsonObject } from './json-values.ts';
import { hexOf, keyOfColour } from './mark-colours.ts';

const underlined = '-underline';

/** The class of a mark: its colour's key, and whether it is a line. */
export const styleClassOf = (colour: string, style: MarkStyle): string =>
  style === 'underline' ? `${colour}${underlined}` : colour;

/** The stylesheet with the rule for that class. */
export function stylesheetOf(colour: string, style: MarkStyle): JsonObject {
  const rule =
    style === 'underline'
      ? `text-decoration: underline 2px ${hexOf(colour)};`
      : `background-color: ${hexOf(colour)};`;
  // Ids of colours may hold signs that mean something in a selector.
  const name = styleClassOf(colour, style).replace(/[.:]/gu, '\\$&');
  return { type: 'CssStylesheet', value: `.${name} { ${rule} }` };
}

/** What a mark's CSS says here. */
export interface ReadStyle {
  readonly colour: string;
  readonly style: MarkStyle;
}

/** The declarations of a class in a stylesheet; the whole sheet where the class is not in it. */
function ruleOf(sheet: string, name: string): string {
  const at = name ? sheet.indexOf(`.${name}`) : -1;
  if (at < 0) return sheet;
  const open = sheet.indexOf('{', at);
  const close = sheet.indexOf('}', open);
  return open < 0 ? sheet : sheet.slice(open, close < 0 ? undefined : close);
}

/** Reads how an annotation shows; the first colour where it says nothing that is known. `named`: a colour that a body names. */
export function readStyle(item: JsonObject, styleClass: string, named: string): ReadStyle {
  const sheet = textIn(own(item, 'stylesheet'), 'value').slice(0, 20_000);
  const rule = ruleOf(sheet, styleClass);
  const isLine = styleClass.includes('underline') || /text-decoration[^;}]*underline/iu.test(rule);
  const key = styleClass.replace(underlined, '');
  const hex = /#[0-9a-f]{3,8}\b/iu.exec(rule)?.[0] ?? '';
  const known = colours.some((one) => one.key === key) ? key : (keyOfColour(named) ?? keyOfColour(hex));
  return { colour: known ?? firstColour, style: isLine ? 'underline' : 'highlight' };
}
