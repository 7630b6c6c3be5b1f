/** Parses XML inertly and within limits: the one gate through which XML text becomes a document. */
import { Fault } from '../model/fault.ts';

const maxBytes = 20_000_000;
const maxNodes = 400_000;
const maxDepth = 256;

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string },
  ): { createHTML(text: string): string };
}

// An XML document made by DOMParser runs nothing and loads nothing; Trusted Types still wants to be asked.
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('warrant-xml', {
  createHTML: (text) => text,
});

/** Throws where the tree is too deep or too large to be walked safely. */
function checkSize(root: Element, name: string): void {
  const isLarge = root.getElementsByTagName('*').length >= maxNodes;
  if (isLarge || isDeeper(root, maxDepth)) throw new Fault('paper/malformed', `${name} (too large)`);
}

/** Whether any element lies more than `most` levels below the root. Walks without a stack. */
function isDeeper(root: Element, most: number): boolean {
  let at = root;
  let depth = 0;
  for (;;) {
    let next = at.firstElementChild;
    if (next) depth += 1;
    if (depth > most) return true;
    while (!next) {
      if (depth === 0) return false;
      next = at.nextElementSibling;
      if (next) break;
      at = at.parentElement as Element;
      depth -= 1;
    }
    at = next;
  }
}

/**
 * The document element of `text`. Throws `paper/malformed` where the text is not well-formed,
 * brings entities of its own, or exceeds 20 MB, 400,000 elements or 256 levels. `name` is shown.
 */
export function parseXml(text: string, name: string): Element {
  if (text.length > maxBytes || /<!ENTITY/i.test(text)) throw new Fault('paper/malformed', name);
  const source = policy ? policy.createHTML(text) : text;
  const root = new DOMParser().parseFromString(source, 'application/xml').documentElement;
  if (root.querySelector('parsererror') || root.localName === 'parsererror') {
    throw new Fault('paper/malformed', name);
  }
  checkSize(root, name);
  return root;
}
