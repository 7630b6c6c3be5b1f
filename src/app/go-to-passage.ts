/** Finds the passage that a link quotes and selects it; changes nothing in the notebook. Part of go-to. */
import { findQuote } from '../anchoring/passage-quote.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { blockAt } from '../model/paper.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import { addressOf, sayAddress } from '../text/address.ts';
import { findLink } from '../text/find-address.ts';
import type { PassageLink } from './routes.ts';

/** What a passage is looked for in, and shown by. */
interface Stage {
  readonly store: Store;
  readonly pane: PaperPane;
  readonly root: HTMLElement;
}

/**
 * Selects the words of the link: at its address, else where they stand alone in the paper, and says where. Where
 * they stand nowhere, `toAddress` goes to the nearest thing there is.
 */
export function toPassage(stage: Stage, link: PassageLink, toAddress: () => void): void {
  const { store, pane, root } = stage;
  const { paper } = store.desk;
  const say = (words: string): void => void root.dispatchEvent(new Announce(words));
  const place = link.address ? findLink(paper, link.address) : null;
  const offset = place?.offset ?? null;
  const block = offset === null ? null : (blockAt(paper, offset) ?? null);
  const found = findQuote(paper.text, link, block);
  if (!found) {
    if (place) toAddress();
    say(
      place
        ? `The words of this link are not in this copy of the paper; this is ${place.name}, where they should be.`
        : 'The words of this link are not in this copy of the paper.',
    );
    return;
  }
  const { start, end, how } = found;
  store.reveal({ kind: 'offset', id: String(start), offset: start }, 'route');
  pane.focusAt(start, end);
  const here = sayAddress(addressOf(paper, start));
  say(
    how === 'near'
      ? 'The passage of the link is selected'
      : `The passage of the link stands elsewhere now: ${here}`,
  );
}
