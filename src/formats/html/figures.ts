/** What is in a figure of HTML. */
import type { Tag } from '../paper/tree.ts';
import { classOf } from './vocabulary.ts';

interface FoundFigure {
  readonly caption: Tag | null;
  readonly pictures: readonly Tag[];
  readonly tables: readonly Tag[];
  readonly code: readonly Tag[];
}

/** Where a picture is; pages that load late keep that elsewhere. */
export const sourceOf = (picture: Tag): string =>
  picture.attribute('src') ?? picture.attribute('data-src') ?? '';

/** Tiny pictures are spacers and counters. */
const isVisible = (picture: Tag): boolean =>
  !/^[01]$/u.test(picture.attribute('width') ?? '') && !/^[01]$/u.test(picture.attribute('height') ?? '');

/** Its caption, pictures and what else it may be made of. */
export function figureOf(tag: Tag): FoundFigure {
  if (tag.name === 'img')
    return { caption: null, pictures: isVisible(tag) ? [tag] : [], tables: [], code: [] };
  const caption =
    tag.first('figcaption') ??
    [...tag.all()].find((one) => /(?:^|\s)(?:wp-)?caption(?:-text)?(?:\s|$)/u.test(classOf(one)));
  return {
    caption: caption ?? null,
    pictures: [...tag.all('img')].filter(isVisible),
    tables: [...tag.all('table')],
    code: [...tag.all('pre', 'blockquote')],
  };
}
