/** The front matter of an Argdown file: what Warrant writes there of the whole, apart from what others wrote. */
import type { ArgdownDocument } from './argdown-document.ts';
import { ownKey, yamlLines, yamlValue } from './argdown-data.ts';
import { isObject, listOf, objectIn, own, textIn, type JsonObject } from './json-values.ts';

/** What a file of ours says of the whole. */
export interface Front {
  /** What others wrote there, as it stands; empty where nobody did. */
  readonly source: string;
  readonly title: string;
  /** Who made the records, unless they say otherwise. */
  readonly by: string;
  /** When they were made, unless they say otherwise; empty where the file does not say. */
  readonly at: string;
  /** When the file was written, an ISO date in UTC; null where it is not ours. */
  readonly made: string | null;
  readonly paper: { readonly title: string; readonly hash: string } | null;
  /** Sums of the ids of all that was written (`heldOf`); empty where the file does not say. */
  readonly held: string;
  /** Our parts of the front matter of others, and of the comments, in the order of the file. */
  readonly front: JsonObject | null;
  readonly comments: readonly JsonObject[];
  /** Records that no element of Argdown says. */
  readonly records: readonly JsonObject[];
}

/** Our block: the key at the margin, and all lines that are indented below it. */
const block = new RegExp(`^${ownKey}:[^\\n]*(?:\\n[ \\t]+[^\\n]*|\\n(?=\\n*[ \\t]))*\\n?`, 'mu');

const titleLine = /^title:[^\n]*\n?/mu;

/** The title and the author of a document, where its front matter names them; empty where not. */
function headOf({ frontMatter }: ArgdownDocument): { title: string; author: string } {
  const { value } = frontMatter ?? {};
  const text = (key: string): string => {
    const found = isObject(value) ? own(value, key) : undefined;
    const one: unknown = Array.isArray(found)
      ? found.filter((name) => typeof name === 'string').join(', ')
      : found;
    return typeof one === 'string' ? one.slice(0, 1000) : '';
  };
  return { title: text('title'), author: text('author') };
}

/** Reads it. */
export function readFront(document: ArgdownDocument): Front {
  const { frontMatter } = document;
  const { title, author } = headOf(document);
  const said = isObject(frontMatter?.value) ? objectIn(frontMatter.value, ownKey) : null;
  const rest = (frontMatter?.source ?? '').replace(said ? block : /$^/u, '').trimEnd();
  const front = objectIn(said, 'front');
  const paper = objectIn(said, 'paper');
  const isOursAlone = said !== null && !front && rest.replace(titleLine, '').trim() === '';
  const made = textIn(said, 'made');
  return {
    source: isOursAlone ? '' : rest,
    title,
    by: said ? textIn(said, 'by') : author,
    at: textIn(said, 'at'),
    made: made === '' ? null : made,
    paper: paper ? { title: textIn(paper, 'title'), hash: textIn(paper, 'hash') } : null,
    held: textIn(said, 'held'),
    front,
    comments: listOf(own(said, 'comments')).filter(isObject),
    records: listOf(own(said, 'records')).filter(isObject),
  };
}

/** Writes it; `source` of others stands first. The rows of equals signs that would end it are escaped in our values. */
export function writeFront({
  source,
  title,
  by,
  at,
  made,
  paper,
  held,
  front,
  comments,
  records,
}: Front): string {
  const said: JsonObject = {
    ...(made === null ? {} : { made }),
    by,
    at,
    ...(paper ? { paper: { title: paper.title, hash: paper.hash } } : {}),
    ...(held === '' ? {} : { held }),
    ...(front ? { front } : {}),
    ...(comments.length > 0 ? { comments } : {}),
    ...(records.length > 0 ? { records } : {}),
  };
  const ours = yamlLines(said, '  ')?.join('\n') ?? `  ${yamlValue(said)}`;
  const own = source === '' ? (title === '' ? '' : `title: ${yamlValue(title)}\n`) : `${source}\n`;
  return `===\n${own}${ownKey}:\n${ours}\n===`;
}
