/** The root of an XML text, found without parsing it: what stands before it may be hostile. Part of recognising files. */

export interface XmlRoot {
  /** With its prefix, if it has one. */
  readonly name: string;
  /** What stands before the root, and the root's own tag. */
  readonly head: string;
  /** Whether it says that it is XML, or has a document type. */
  readonly isDeclared: boolean;
}

/** Where a document type ends; its own declarations stand in brackets. -1 where it does not end here. */
function doctypeEnd(text: string, at: number): number {
  const close = text.indexOf('>', at);
  const bracket = text.indexOf('[', at);
  if (bracket < 0 || (close >= 0 && close < bracket)) return close;
  const inner = /\]\s*>/gu;
  inner.lastIndex = bracket;
  const found = inner.exec(text);
  return found ? found.index + found[0].length - 1 : -1;
}

const closed = (text: string, sign: string, at: number): number => {
  const end = text.indexOf(sign, at);
  return end < 0 ? -1 : end + sign.length - 1;
};

/** What stands before a root and is no tag: where it ends (-1 where it does not), and the document type it names. */
function ahead(text: string, at: number): { readonly end: number; readonly typed: string | null } | null {
  const rest = text.slice(at, at + 300);
  const typed = /^<!doctype\s+([\w.:-]+)/iu.exec(rest)?.[1] ?? null;
  if (typed !== null) return { end: doctypeEnd(text, at), typed };
  if (!/^<[?!]/u.test(rest)) return null;
  return { end: closed(text, rest.startsWith('<!--') ? '-->' : '>', at), typed };
}

/** White space is skipped; of a hostile amount of it only so much. */
const skipped = (text: string, at: number): number =>
  at + (/^\s*/u.exec(text.slice(at, at + 4096))?.[0].length ?? 0);

/** The root of a text; null where it does not begin as XML does. What is not closed in sight is known by its document type. */
export function xmlRoot(text: string): XmlRoot | null {
  let at = skipped(text, 0);
  let isDeclared = text.startsWith('<?xml', at);
  let typed: string | null = null;
  for (;;) {
    const tag = /^<([\p{L}_][\w.:-]*)/u.exec(text.slice(at, at + 300))?.[1];
    if (tag !== undefined) {
      const end = text.indexOf('>', at);
      return { name: tag, head: text.slice(0, end < 0 ? at + 300 : end), isDeclared };
    }
    const next = ahead(text, at);
    if (!next) return null;
    typed ??= next.typed;
    isDeclared ||= typed !== null;
    if (next.end < 0) return typed === null ? null : { name: typed, head: text, isDeclared };
    at = skipped(text, next.end + 1);
  }
}
