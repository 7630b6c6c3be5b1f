/** One small paper a format, written as its file: what a seminar brings along. For journeys. */
import { writeJats } from '../../src/formats/paper/jats-write.ts';
import { asDocx } from './as-docx.ts';
import { asEpub } from './as-epub.ts';
import { asHtml } from './as-html.ts';
import { asMarkdown, markdownShapes, type MarkdownShape } from './as-markdown.ts';
import { asOdt } from './as-odt.ts';
import { asPlain } from './as-plain.ts';
import { asTei } from './as-tei.ts';
import { htmlShapes, type HtmlShape } from './html-shapes.ts';
import { manuscript } from './manuscript.ts';
import { bytesOf } from './reading.ts';
import { sources, type Source } from './sources.ts';
import type { Draft } from '../../src/model/draft.ts';

/** A file, and what is in it. */
export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly title: string;
  readonly notes: number;
  /** The words of its first note. */
  readonly firstNote: string;
}

const writers: Readonly<Record<string, (draft: Draft) => Uint8Array>> = {
  docx: (draft) => asDocx(draft),
  epub: (draft) => asEpub(draft, 'typed'),
  odt: asOdt,
  html: (draft) => bytesOf(asHtml(draft, htmlShapes[0] as HtmlShape, true)),
  md: (draft) => bytesOf(asMarkdown(draft, markdownShapes[0] as MarkdownShape)),
  xml: (draft) => bytesOf(writeJats(draft)),
  'tei.xml': (draft) => bytesOf(asTei(draft, true)),
  txt: (draft) => bytesOf(asPlain(draft, { notes: 'end' })),
};

/** `count` files, the formats in turn; each is a paper of its own. */
export async function samples(count: number): Promise<Sample[]> {
  const [novel] = await sources();
  const endings = Object.keys(writers);
  return Array.from({ length: count }, (_, at) => {
    const ending = endings[at % endings.length] as string;
    const draft = manuscript(novel as Source, {
      seed: at + 1,
      paragraphs: 12,
      notes: 12,
      lists: 0,
      decoys: 0,
    });
    const first = draft.notes[0]?.content[0]?.[0];
    return {
      name: `paper ${at}.${ending}`,
      bytes: (writers[ending] as (typeof writers)[string])(draft),
      title: draft.front.title ?? '',
      notes: draft.notes.length,
      firstNote: first?.kind === 'text' ? first.text : '',
    };
  });
}
