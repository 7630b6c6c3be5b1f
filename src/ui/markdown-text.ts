/** `<markdown-text>`: a reader's Markdown, shown safely; the parser and the sanitiser come when first needed. */
import { ReactiveElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** Links a note may hold; everything else is shown as text. */
const link = /^(?:https?:|mailto:|#)/iu;

/** Fetched once: asking for it anew for each of a thousand notes would cost more than the notes. */
let parts: ReturnType<typeof fetchParts> | null = null;

async function fetchParts() {
  const [{ default: MarkdownIt }, { default: DOMPurify }] = await Promise.all([
    import('markdown-it'),
    import('dompurify'),
  ]);
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: true });
  markdown.disable('image');
  return { markdown, DOMPurify };
}

/** Turns Markdown into a fragment: no HTML of its own, no images, links only http, https, mailto and within. */
export async function markdownFragment(source: string): Promise<DocumentFragment> {
  // What could not be fetched is asked for again the next time.
  parts ??= fetchParts().catch((error: unknown) => {
    parts = null;
    throw error;
  });
  const { markdown, DOMPurify } = await parts;
  const fragment = DOMPurify.sanitize(markdown.render(source), {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_TAGS: [
      'p',
      'br',
      'em',
      'strong',
      's',
      'code',
      'pre',
      'a',
      'ul',
      'ol',
      'li',
      'blockquote',
      'h1',
      'h2',
      'h3',
      'h4',
      'hr',
    ],
    ALLOWED_ATTR: ['href', 'start'],
    ALLOWED_URI_REGEXP: link,
    // The number a list starts with is no address.
    ADD_URI_SAFE_ATTR: ['start'],
  });
  for (const anchor of fragment.querySelectorAll('a')) {
    if (anchor.getAttribute('href')?.startsWith('#')) continue;
    anchor.rel = 'noopener noreferrer nofollow';
    anchor.target = '_blank';
  }
  return fragment;
}

/** Renders into the light DOM. While the parser is on its way the source itself is shown. */
@customElement('markdown-text')
export class MarkdownText extends ReactiveElement {
  @property() source = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(_changed: PropertyValues): void {
    const { source } = this;
    if (this.childElementCount === 0) this.textContent = source;
    void markdownFragment(source).then((fragment) => {
      if (this.source === source) this.replaceChildren(fragment);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'markdown-text': MarkdownText;
  }
}
