/** The kept text of a paper with other front matter: its JATS, and the draft that it was made of. Pure. */
import { withFront } from '../formats/paper/jats-refront.ts';
import type { Front } from '../model/paper.ts';
import type { PaperBody } from '../storage/papers.ts';

/** What an import guessed of title and authors is settled once a person has seen to it. */
function settled(findings: unknown): unknown {
  if (!Array.isArray(findings)) return findings;
  return findings.map((one: unknown) => {
    const { kind, state } = (one ?? {}) as { readonly kind?: unknown; readonly state?: unknown };
    return kind === 'front-guessed' && state === 'open' ? { ...(one as object), state: 'mended' } : one;
  });
}

/** `body` with this front matter; its text and notes stay letter for letter. */
export function withOtherFront(body: PaperBody, front: Front, language: string | null): PaperBody {
  const draft = body.draft as { readonly findings?: unknown } | null;
  const isDraft = typeof draft === 'object' && draft !== null;
  return {
    ...body,
    xml: withFront(body.xml, front, language),
    draft: isDraft ? { ...draft, front, language, findings: settled(draft.findings) } : body.draft,
  };
}
