/** The entry: puts the app into the page. Storage, notebooks and the map come when the text is on the screen. */
import './app/app-shell.ts';

document.body.append(document.createElement('app-shell'));
