/** What comes when the page rests: the app is kept for use without a connection, newer versions are offered, files of the system taken. */
import { Announce } from '../desk/requests.ts';
import { rested } from '../ui/slices.ts';
import { onLaunchedFiles } from './launched-files.ts';
import { offline } from './offline-keeper.ts';
import './reload-offer.ts';

/** The longest that keeping waits for the page to rest, in ms: reading comes first. */
const patience = 5000;

/** Begins all of it; to be called once, after the first paint. */
export async function beginOffline(): Promise<void> {
  document.body.append(document.createElement('reload-offer'));
  onLaunchedFiles();
  offline.addEventListener('offline-first-kept', () =>
    document
      .querySelector('app-shell')
      ?.dispatchEvent(
        new Announce('All of Warrant is on this device now: it opens without a connection, too.'),
      ),
  );
  await rested(patience);
  offline.start();
}
