/** The words by which a text says that somebody else says something: verbs in their forms, works, speeches. Pure. */

const stems =
  'argue claim suggest note observe state explain discuss describe demonstrate contend assert maintain insist believe ' +
  'conclude report propose emphasize emphasise stress highlight remark comment add list interpret locate support define ' +
  'identify distinguish criticize criticise acknowledge admit agree analyze analyse examine estimate warn predict recall ' +
  'regard characterize characterise trace attribute document reveal cite quote mention summarize summarise illustrate ' +
  'indicate postulate theorize hypothesize dispute doubt deny challenge question view consider point assume posit ' +
  'recount narrate survey outline advance credit link caution reason reject endorse affirm refer treat label term call';

const irregular: readonly (readonly [string, string, string, string])[] = [
  ['write', 'writes', 'wrote', 'written'],
  ['say', 'says', 'said', 'said'],
  ['show', 'shows', 'showed', 'shown'],
  ['see', 'sees', 'saw', 'seen'],
  ['hold', 'holds', 'held', 'held'],
  ['find', 'finds', 'found', 'found'],
  ['think', 'thinks', 'thought', 'thought'],
  ['tell', 'tells', 'told', 'told'],
  ['imply', 'implies', 'implied', 'implied'],
  ['identify', 'identifies', 'identified', 'identified'],
  ['put', 'puts', 'put', 'put'],
  ['understand', 'understands', 'understood', 'understood'],
  ['admit', 'admits', 'admitted', 'admitted'],
  ['refer', 'refers', 'referred', 'referred'],
  ['deny', 'denies', 'denied', 'denied'],
  ['sum up', 'sums up', 'summed up', 'summed up'],
  ['set out', 'sets out', 'set out', 'set out'],
];

const odd = new Set(irregular.map(([base]) => base));
const regular = stems.split(' ').filter((stem) => !odd.has(stem));
const third = (stem: string): string => (/(?:s|ss|sh|ch|x)$/u.test(stem) ? `${stem}es` : `${stem}s`);
const past = (stem: string): string => (stem.endsWith('e') ? `${stem}d` : `${stem}ed`);

const any = (forms: readonly string[]): string => `(?:${forms.join('|').replaceAll(' ', '\\s+')})`;
const column = (at: 0 | 1 | 2 | 3): string[] => irregular.map((forms) => forms[at]);

/** `argues`: one person says it now, as one cites. */
export const singular = any([...regular.map(third), ...column(1)]);
/** `argue`: several persons. */
export const plural = any([...regular, ...column(0)]);
/** `argued`: anybody, then. */
export const told = any([...regular.map(past), ...column(2)]);
/** `argued by`. */
export const participle = any([...regular.map(past), ...column(3)]);

/** Verbs of one who acts and speaks in the story that is told, and is cited by somebody else. */
export const acted =
  /^(?:demanded|wanted|promised|announced|declared|proclaimed|vowed|ordered|threatened|introduced|considered|decided|hoped|feared|called\s+for|responded|replied)\b/u;

/** What an author has made. */
export const work =
  '(?:argument|study|studies|explanation|interpretation|analysis|analyses|book|article|account|thesis|theory|work|works|' +
  'claim|claims|essay|paper|research|findings|discussion|definition|critique|survey|view|views|model|typology|reading|' +
  'description|classification|observation|conclusion|conclusions|hypothesis|monograph|estimate|estimates|data|term|phrase)';

/** What one has said in public, rather than written as an author. */
export const speech =
  '(?:speech|response|reply|statement|decree|letter|address|interview|declaration|remarks?|telegram|order)';

export const callings =
  '(?:historian|sociologist|economist|philosopher|anthropologist|critic|scholar|analyst|author|writer|theorist|' +
  'psychologist|linguist|biologist|physicist|journalist|researcher|expert|scientist|Professor|professor)s?';

/** An office: who holds it speaks in the story. */
export const office =
  /\b(?:President|Prime Minister|Minister|Premier|Chancellor|General|Marshal|Admiral|King|Queen|Emperor|Tsar|Pope|Senator|Governor|Ambassador|Secretary|Chairman|Commander|Leader|Speaker|leader|chairman|commander|candidate)\s+$/u;
