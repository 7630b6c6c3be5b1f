/** Reads what somebody pastes to fill in front matter: a reference in any format that Warrant knows, or a DOI somewhere in a text. */
import { readReferences } from '../formats/references.ts';
import { Fault } from '../model/fault.ts';
import { doiIn, fieldsFromItem, type FrontFields } from './front-fields.ts';
import { messageFor } from './messages.ts';

/** What came of it. */
export interface Filling {
  /** The fields as they would be; null where nothing was found. */
  readonly fields: FrontFields | null;
  /** What to say of it, in a sentence or two. */
  readonly words: string;
}

/** Nothing is fetched: a DOI is put into its field, and what it stands for is left to whoever knows. */
export async function fillFrom(text: string, name: string, now: FrontFields): Promise<Filling> {
  try {
    const { items } = await readReferences(text, name);
    const [item] = items;
    if (item) {
      const more = items.length > 1 ? ` The text has ${items.length} references; the first was taken.` : '';
      return {
        fields: fieldsFromItem(item, now),
        words: `Filled in from “${item.title ?? item.id}”.${more}`,
      };
    }
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'references/unknown')
      return { fields: null, words: messageFor(error).words };
  }
  const doi = doiIn(text);
  return doi
    ? {
        fields: { ...now, doi },
        words: `Took the DOI ${doi}. Nothing was looked up: that would leave this device.`,
      }
    : { fields: null, words: 'There is no reference and no DOI in this text. Nothing was changed.' };
}
