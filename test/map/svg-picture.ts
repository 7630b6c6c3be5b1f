/** A picture of records for tests of the writers. */
import { buildArgument, type Argument } from '../../src/model/argument.ts';
import type { NotebookFile } from '../../src/model/notebook-file.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { lightPalette } from '../../src/map/palette.ts';
import type { Picture } from '../../src/map/svg.ts';
import { place } from './drawings.ts';

/** A notebook with given records. */
export const notebook = (records: readonly NotebookRecord[]): NotebookFile => ({
  type: 'warrant-notebook',
  version: 1,
  id: 'map-sample',
  name: 'Map',
  creator: '',
  paper: { id: 'sample', title: 'Sample', hash: '' },
  records,
});

/** A picture of records, all of it shown. */
export async function picture(
  records: readonly NotebookRecord[],
  part: Partial<Picture> = {},
): Promise<Picture> {
  const argument: Argument = buildArgument(records);
  return {
    ...(await place(argument)),
    palette: lightPalette,
    isTransparent: false,
    area: null,
    title: 'Russia and Azerbaijan',
    citation: 'Murat Gül, “Russia and Azerbaijan”, 2008.',
    hasLegend: true,
    date: '1 January 2026',
    captions: [],
    fontFaces: '',
    notebook: notebook(records),
    hrefOf: (id) => `https://example.org/#/sample?claim=${encodeURIComponent(id)}`,
    aboutLink: (id) => argument.inferences.get(id)?.gist ?? argument.conflicts.get(id)?.gist ?? '',
    aboutOf: (id) => argument.claims.get(id)?.wording ?? '',
    labelOf: () => null,
    ...part,
  };
}
