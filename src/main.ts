/** The entry: puts the app into the page. Storage, notebooks and the map come when the text is on the screen. */
import './app/mishap-watch.ts';
import { afterPaint } from './app/after-paint.ts';
import './app/app-shell.ts';
import './app/mishap-notice.ts';
import './app/recovery-watch.ts';

document.body.append(document.createElement('mishap-notice'), document.createElement('app-shell'));

void afterPaint()
  .then(() => import('./app/begin-backups.ts'))
  .then(({ beginBackups }) => beginBackups())
  .catch(() => undefined);

// Without it the app works as well, only not without a connection.
void afterPaint()
  .then(() => import('./app/begin-offline.ts'))
  .then(({ beginOffline }) => beginOffline())
  .catch(() => undefined);
