// The limit to measure by: the paper's text as one static page, in the same faces, without any script.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fonts = { '/roman.woff2': 'Regular', '/italic.woff2': 'It', '/bold.woff2': 'Semibold' };

const style = `
@font-face { font-family: Text; src: url(roman.woff2); font-display: swap }
@font-face { font-family: Text; font-style: italic; src: url(italic.woff2); font-display: swap }
@font-face { font-family: Text; font-weight: 600; src: url(bold.woff2); font-display: swap }
body { font: 19px/1.5 Text, serif; margin: 3rem auto; max-width: 34rem; font-variant-numeric: oldstyle-nums }
h1, h2, h3, h4 { font-weight: 600; line-height: 1.2 } blockquote { margin: 1em 2em } sup { line-height: 0 }`;

/**
 * Serves the page of the paper (or of `xml`, with `css` behind its own style) on a free port, at `url`;
 * `url + 'blank.html'` is an empty one.
 */
export async function serveStatic(browser, paper, { xml = null, css = '' } = {}) {
  const source = xml ?? readFileSync(`${root}corpus/${paper}/paper.xml`, 'utf8');
  const html = await writePage(browser, source, css);
  const server = createServer(({ url }, response) => {
    const face = fonts[url];
    const file =
      face && readFileSync(`${root}node_modules/source-serif/WOFF2/TTF/SourceSerif4-${face}.ttf.woff2`);
    const page = url === '/' ? html : '<!doctype html><title>Blank</title>';
    response.setHeader('Content-Type', file ? 'font/woff2' : 'text/html; charset=utf-8');
    response.end(file ?? page);
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${server.address().port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Turns JATS into HTML, in the browser since that has an XML parser. */
async function writePage(browser, xml, css) {
  const page = await browser.newPage();
  const body = await page.evaluate(toHtml, xml);
  await page.close();
  if (!body.includes('doc-noteref'))
    throw new Error('The paper has no note markers: is it JATS as the app reads it?');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Paper</title><style>${style}${css}</style><article>${body}</article></html>`;
}

/** Runs in the page. */
function toHtml(xml) {
  const paper = new DOMParser().parseFromString(xml, 'application/xml');
  const names = {
    p: 'p',
    'disp-quote': 'blockquote',
    list: 'ol',
    'list-item': 'li',
    italic: 'i',
    bold: 'b',
    sup: 'sup',
    sec: 'section',
  };
  const escape = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  const inner = (node, depth) => [...node.childNodes].map((child) => write(child, depth)).join('');
  const write = (node, depth) => {
    if (node.nodeType === Node.TEXT_NODE) return escape(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    if (node.localName === 'label') return '';
    if (node.localName === 'title') {
      const label = node.parentElement.querySelector(':scope > label')?.textContent ?? '';
      return `<h${depth}>${escape(label)} ${inner(node, depth)}</h${depth}>`;
    }
    if (node.localName === 'xref' && node.getAttribute('ref-type') === 'fn') {
      return `<sup><a role="doc-noteref" href="#${node.getAttribute('rid')}">${node.textContent}</a></sup>`;
    }
    const name = names[node.localName];
    const content = inner(node, node.localName === 'sec' ? depth + 1 : depth);
    return name ? `<${name}>${content}</${name}>` : content;
  };
  const title = paper.querySelector('article-meta article-title')?.textContent ?? '';
  return `<h1>${escape(title)}</h1>${inner(paper.querySelector('body'), 1)}`;
}
