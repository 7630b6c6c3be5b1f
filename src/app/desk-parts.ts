/** The elements of an open desk that the first paint does not need; fetched together, after the text. */
import '../margin/margin-column.ts';
import '../margin/notes-list.ts';
import '../margin/verdict-banner.ts';
import '../ui/split-handle.ts';
import './desk-overlays.ts';
import './file-menu.ts';
import './map-pane.ts';
import './mend-line.ts';
import './only-banner.ts';
import './side-pane.ts';
