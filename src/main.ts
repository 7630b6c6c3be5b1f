/** The entry: puts the app into the page. Storage, notebooks and the map come when the text is on the screen. */
import './app/mishap-watch.ts';
import './app/app-shell.ts';
import './app/mishap-notice.ts';

document.body.append(document.createElement('mishap-notice'), document.createElement('app-shell'));
