/** Cards for tests, kept up to date with a store as the margin keeps them. */
import { fixture, html } from '@open-wc/testing';
import type { Announce } from '../../src/desk/requests.ts';
import type { Store } from '../../src/desk/store.ts';
import { layerOf } from '../../src/desk/desk.ts';
import '../../src/margin/annotation-card.ts';
import type { AnnotationCard } from '../../src/margin/annotation-card.ts';
import '../../src/margin/claim-card.ts';
import type { ClaimCard } from '../../src/margin/claim-card.ts';

const recordOf = (store: Store, id: string) => layerOf(store.desk, id)?.records.get(id) ?? null;

/** A claim's card; it is open unless `open` is false. */
export async function claimCard(store: Store, id: string, open = true): Promise<ClaimCard> {
  const card = await fixture<ClaimCard>(
    html`<claim-card
      .claim=${recordOf(store, id)}
      .desk=${store.desk}
      .store=${store}
      .open=${open}
    ></claim-card>`,
  );
  store.subscribe((desk) => Object.assign(card, { desk, claim: recordOf(store, id) }));
  return card;
}

/** The card of a mark; it is open unless `open` is false. */
export async function annotationCard(store: Store, id: string, open = true): Promise<AnnotationCard> {
  const card = await fixture<AnnotationCard>(
    html`<annotation-card
      .annotation=${recordOf(store, id)}
      .desk=${store.desk}
      .store=${store}
      .open=${open}
    ></annotation-card>`,
  );
  store.subscribe((desk) => Object.assign(card, { desk, annotation: recordOf(store, id) }));
  return card;
}

/** What an element announces from now on. */
export function announced(element: HTMLElement): Pick<Announce, 'words' | 'offer'>[] {
  const all: Pick<Announce, 'words' | 'offer'>[] = [];
  element.addEventListener('announce', (event: Announce) =>
    all.push({ words: event.words, offer: event.offer }),
  );
  return all;
}

/** Writes into a field as a person does: the words, then the field is left. */
export function write(
  field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  words: string,
): void {
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
