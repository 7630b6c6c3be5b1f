/** What the export dialog works on, taken from the desk at the moment it opens. */
import { argument, ownLayer, type Desk } from '../desk/desk.ts';
import { hashText, type Front, type Paper } from '../model/paper.ts';
import type { NotebookFile } from '../model/notebook-file.ts';
import type { NotebookRecord } from '../model/records.ts';
import { aboutClaim, aboutLink } from './about-claim.ts';
import { captionsFor, type Caption } from './captions.ts';
import type { Placed } from './drawer.ts';
import type { View } from './ink.ts';
import { nodeLabels, type NodeLabel } from './node-labels.ts';

/** The map as it is drawn, and all that may be written beside it. */
export interface ExportSource {
  /** As it stands on the screen, with what is folded folded. */
  readonly shown: Placed;
  /** With every group open; the same as `shown` where none is folded. */
  readonly whole: Placed;
  readonly title: string;
  readonly citation: string;
  /** The start of the file's name. */
  readonly name: string;
  /** What shows on the screen; null where the canvas is hidden. */
  readonly view: View | null;
  /** Ids of what is selected. */
  readonly selected: ReadonlySet<string>;
  readonly notebook: NotebookFile;
  hrefOf(claim: string): string;
  aboutOf(claim: string): string;
  aboutLink(record: string): string;
  /** The notes of claims, for captions. */
  captionsFor(claims: readonly string[]): readonly Caption[];
  labelOf(node: string): NodeLabel | null;
}

/** A paper in one line, as far as it is known. */
export function citeFront(front: Front): string {
  const { journal, volume, issue, season, year, firstPage, lastPage } = front;
  const inside = journal
    ? [
        journal,
        volume && `Vol. ${volume}`,
        issue && `No. ${issue}`,
        [season, year].filter(Boolean).join(' '),
        firstPage && `pp. ${firstPage}${lastPage ? `–${lastPage}` : ''}`,
      ]
    : [year];
  return [front.authors.join(', '), `“${front.title}”`, ...inside].filter(Boolean).join(', ') + '.';
}

async function notebookOf(paper: Paper, desk: Desk): Promise<NotebookFile> {
  const { claims, inferences, conflicts, groups, preferences, pins } = argument(desk);
  return {
    type: 'warrant-notebook',
    version: 1,
    id: `${ownLayer(desk).id.slice(0, 50)}.map`,
    name: `Map of ${paper.front.title}`,
    creator: '',
    paper: { id: paper.id, title: paper.front.title, hash: await hashText(paper.text.text) },
    made: new Date().toISOString(),
    records: [groups, claims, inferences, conflicts, preferences, pins].flatMap((all): NotebookRecord[] => [
      ...all.values(),
    ]),
  };
}

/** Takes the desk's map as it is now. */
export async function exportSource(
  desk: Desk,
  { shown, whole }: Pick<ExportSource, 'shown' | 'whole'>,
  view: View | null,
): Promise<ExportSource> {
  const { paper } = desk;
  const labels = nodeLabels(desk);
  const base = document.baseURI.replace(/#.*$/u, '');
  return {
    shown,
    whole,
    view,
    selected: desk.session.selected,
    title: paper.front.title,
    citation: citeFront(paper.front),
    name: `${paper.id}-map`,
    notebook: await notebookOf(paper, desk),
    hrefOf: (claim) => `${base}#/${encodeURIComponent(paper.id)}?claim=${encodeURIComponent(claim)}`,
    aboutOf: (claim) => aboutClaim(desk, claim),
    aboutLink: (record) => aboutLink(desk, record),
    captionsFor: (claims) =>
      captionsFor(
        desk,
        claims.flatMap((id) => argument(desk).claims.get(id) ?? []),
      ),
    labelOf: (node) => labels.get(node) ?? null,
  };
}
