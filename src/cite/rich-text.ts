/** One citation in three forms: plain text, HTML and Markdown, made from what the processor writes. */

/** The same words three times. The HTML holds `i`, `b`, `sup` and `sub` only, everything else escaped. */
export interface RichText {
  readonly text: string;
  readonly html: string;
  readonly markdown: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };

const decode = (html: string): string =>
  html.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/giu,
    (whole, number?: string, hex?: string, name?: string) => {
      const code = number ? Number(number) : hex ? Number.parseInt(hex, 16) : 0;
      return code ? String.fromCodePoint(Math.min(code, 0x10ffff)) : (entities[name ?? ''] ?? whole);
    },
  );

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign);

/** Text as Markdown that means nothing but itself. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>#|~$]/gu, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gu, '$1\\$2');

const marks: Readonly<Record<string, string>> = { i: '*', b: '**' };

/** Plain words in all three forms. */
export const plainRich = (text: string): RichText => ({
  text,
  html: escapeHtml(text),
  markdown: escapeMarkdown(text),
});

/** Takes the processor's HTML apart: known tags stay, others go, words are escaped anew. */
export function richText(html: string): RichText {
  const parts = html.trim().split(/(<[^<>]*>)/u);
  const out = { text: '', html: '', markdown: '' };
  for (const part of parts) {
    const [, slash = '', tag = ''] = /^<(\/?)(i|b|sup|sub)>$/u.exec(part) ?? [];
    if (tag) {
      out.html += `<${slash}${tag}>`;
      out.markdown += marks[tag] ?? `<${slash}${tag}>`;
    } else if (!/^<[^<>]*>$/u.test(part)) {
      const words = decode(part);
      out.text += words;
      out.html += escapeHtml(words);
      out.markdown += escapeMarkdown(words);
    }
  }
  return out;
}
