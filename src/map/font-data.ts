/** The page's fonts as data: an SVG that is drawn as an image can load none of its own. */

const faces = (): CSSFontFaceRule[] => {
  const rules: CSSFontFaceRule[] = [];
  const collect = (sheet: CSSStyleSheet | null): void => {
    let list: CSSRuleList | undefined;
    try {
      list = sheet?.cssRules;
    } catch {
      // A sheet of another origin keeps its rules to itself; it holds none of our fonts.
      return;
    }
    for (const rule of list ?? []) {
      if (rule instanceof CSSFontFaceRule) rules.push(rule);
      else if (rule instanceof CSSImportRule) collect(rule.styleSheet);
    }
  };
  for (const sheet of document.styleSheets) collect(sheet);
  return rules;
};

const unquote = (name: string): string => name.trim().replaceAll(/^["']|["']$/gu, '');

/** The families of a font stack. */
const families = (stack: string): string[] => stack.split(',').map(unquote);

/** True where a `unicode-range` holds one of `points`; no range holds everything. */
export function rangeHolds(range: string, points: ReadonlySet<number>): boolean {
  if (!range) return true;
  return range.split(',').some((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/iu, '').split('-');
    const first = parseInt(from.replaceAll('?', '0'), 16);
    const last = parseInt(to.replaceAll('?', 'f'), 16);
    return [...points].some((point) => point >= first && point <= last);
  });
}

const isWanted = (
  style: CSSStyleDeclaration,
  names: ReadonlySet<string>,
  points: ReadonlySet<number>,
): boolean => {
  const [light = 400, bold = light] = (style.getPropertyValue('font-weight') || '400').split(' ').map(Number);
  const isUpright = ['', 'normal'].includes(style.getPropertyValue('font-style'));
  const isUsed = (light <= 400 && bold >= 400) || (light <= 600 && bold >= 600);
  const range = style.getPropertyValue('unicode-range');
  return (
    isUpright &&
    isUsed &&
    names.has(unquote(style.getPropertyValue('font-family'))) &&
    rangeHolds(range, points)
  );
};

async function asData(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new RangeError(`The font ${address} did not come.`);
  const blob = await answer.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const data = typeof reader.result === 'string' ? reader.result : '';
      resolve(data.replace(/^data:[^;,]*/u, 'data:font/woff2'));
    });
    reader.addEventListener('error', () =>
      reject(reader.error ?? new RangeError('The font could not be read.')),
    );
    reader.readAsDataURL(blob);
  });
}

const kept = new Map<string, Promise<string | null>>();

/** One face as a rule with its file inside; null where the file cannot be had. */
function embed(rule: CSSFontFaceRule): Promise<string | null> {
  const { style } = rule;
  const source = /url\(\s*["']?([^"')]+)/u.exec(style.getPropertyValue('src'))?.[1];
  if (!source) return Promise.resolve(null);
  const address = new URL(source, rule.parentStyleSheet?.href ?? document.baseURI).href;
  const face = kept.get(address) ?? asData(address).catch(() => null);
  kept.set(address, face);
  const part = (name: string): string => {
    const value = style.getPropertyValue(name);
    return value ? `${name}:${value};` : '';
  };
  const about = ['font-family', 'font-weight', 'font-style', 'unicode-range'].map(part).join('');
  return face.then((data) => (data ? `@font-face{${about}src:url(${data}) format("woff2")}` : null));
}

/**
 * `@font-face` rules for the upright faces of these font stacks that hold a letter of `text`, with the files as
 * data. Empty where the page has none of them: then the stack's next family stands in.
 */
export async function fontFaces(stacks: readonly string[], text: string): Promise<string> {
  const names = new Set(stacks.flatMap(families));
  const points = new Set([...text].map((char) => char.codePointAt(0) ?? 0));
  const wanted = faces().filter(({ style }) => isWanted(style, names, points));
  const rules = await Promise.all(wanted.map(embed));
  return rules.filter((rule) => rule !== null).join('\n');
}
