/** `<markdown-text>`: Markdown as it is meant, and nothing that could run, load or lead where it must not. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/ui/markdown-text.ts';
import type { MarkdownText } from '../../src/ui/markdown-text.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { until } from '../support/settle.ts';

/** The element with `source` rendered: once its children are those of the parser. */
async function rendered(source: string): Promise<MarkdownText> {
  const element = await fixture<MarkdownText>(html`<markdown-text .source=${source}></markdown-text>`);
  await until(() => element.firstElementChild);
  return element;
}

const schemes = new Set(['http:', 'https:', 'mailto:']);
const tags = 'p br em strong s code pre a ul ol li blockquote h1 h2 h3 h4 hr'.split(' ');
const attributes = ['href', 'start', 'rel', 'target'];

/** Fails at the first node that could run, load or lead out of bounds. */
function expectHarmless(element: Element, source: string): void {
  for (const node of element.querySelectorAll('*')) {
    expect(tags, source).to.include(node.localName);
    for (const name of node.getAttributeNames()) expect(attributes, source).to.include(name);
    const href = node.getAttribute('href');
    if (href === null || href.startsWith('#')) continue;
    expect(schemes.has(new URL(href, location.href).protocol), `${href} in ${source}`).to.equal(true);
    expect([node.getAttribute('target'), node.getAttribute('rel')]).to.deep.equal([
      '_blank',
      'noopener noreferrer nofollow',
    ]);
  }
}

const hostile: readonly string[] = [
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x]( \u0001javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](data:image/svg+xml,<svg onload=alert(1)>)',
  '[x](data:image/png;base64,AAAA)',
  '[x](file:///etc/passwd)',
  '[x](blob:http://localhost/x)',
  '[x](//evil.example/y)',
  '<javascript:alert(1)>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
  '<style>@import "http://evil.example"</style>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<form><input name=attributes><button formaction=javascript:alert(1)>x',
  '![x](http://evil.example/track.png)',
  '![x](javascript:alert(1))',
  '[![x](data:image/png;base64,AAAA)](javascript:alert(1))',
  '[x][r]\n\n[r]: javascript:alert(1)',
  '[x][r]\n\n[r]: data:text/html,x "t"',
  '[x](http://a.example "onmouseover=alert(1)")',
  '[x](http://a.example/"onmouseover="alert(1))',
  '`<img src=x onerror=alert(1)>`',
  '```html\n<script>alert(1)</script>\n```',
  '> - 1. **[x](javascript:alert(1))** <b onclick=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<!--><script>alert(1)</script>-->',
  '<template><script>alert(1)</script></template>',
  '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
  `${'>'.repeat(500)} [x](javascript:alert(1))`,
  '*'.repeat(2000),
  '['.repeat(2000),
];

describe('hostile Markdown', () => {
  for (const source of hostile) {
    it(`leaves nothing that acts: ${JSON.stringify(source.slice(0, 60))}`, async () => {
      expectHarmless(await rendered(`start ${source}\n\n${source}`), source);
    });
  }

  it('leaves nothing that acts in any mixture', async () => {
    const sources: string[] = [];
    forSeeds(40, (seed) => {
      const dice = new Dice(seed);
      const joint = () => dice.pick(['', ' ', '\n', '\n\n', '> ', '- ', '**', '`', '](']);
      sources.push(
        `text ${Array.from({ length: 6 }, () => dice.pick(hostile.slice(0, 36)) + joint()).join('')}`,
      );
    });
    for (const [at, source] of sources.entries())
      expectHarmless(await rendered(source), `seed ${at + 1}: ${source}`);
  });

  it('shows raw HTML as the words that were typed', async () => {
    expect((await rendered('a <b>b</b> <script>c</script>')).textContent.trim()).to.equal(
      'a <b>b</b> <script>c</script>',
    );
  });
});

describe('Markdown', () => {
  it('becomes paragraphs, emphasis, lists, quotations, code and headings', async () => {
    const element = await rendered('# H\n\n*a* **b** `c` ~~d~~\ne\n\n> q\n\n3. x\n4. y\n\n- z\n\n---');
    const seen = [...element.querySelectorAll('*')].map((node) => node.localName);
    expect(seen).to.deep.equal('h1 p em strong code s br blockquote p ol li li ul li hr'.split(' '));
    expect(element.querySelector('ol')?.getAttribute('start')).to.equal('3');
  });

  it('links out in another tab, and within here', async () => {
    const element = await rendered(
      '[a](https://a.example/x?y=1) [b](mailto:b@b.example) [c](#/gul-2008?note=53)',
    );
    const links = [...element.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.target]);
    expect(links).to.deep.equal([
      ['https://a.example/x?y=1', '_blank'],
      ['mailto:b@b.example', '_blank'],
      ['#/gul-2008?note=53', ''],
    ]);
  });

  it('is shown as it was typed until it is rendered', async () => {
    const element = document.createElement('markdown-text');
    element.source = 'Some *words*.';
    document.body.append(element);
    await element.updateComplete;
    const before = [element.textContent, element.childElementCount];
    await until(() => element.firstElementChild);
    expect(before).to.deep.equal(['Some *words*.', 0]);
    expect(element.textContent.trim()).to.equal('Some words.');
    element.remove();
  });

  it('that changes is rendered anew, and what is late does not win', async () => {
    const element = await rendered('one');
    element.source = 'two';
    await element.updateComplete;
    element.source = 'three';
    await until(() => element.textContent.trim() === 'three');
    element.source = '';
    await until(() => element.textContent.trim() === '');
    expect(element.children).to.have.length(0);
  });
});
