/** The elements of an open desk that the first paint does not need; fetched together, after the text. */
import '../margin/claim-picker.ts';
import '../margin/margin-column.ts';
import '../margin/note-popover.ts';
import '../reader/selection-bar.ts';
import './welcome-tour.ts';
