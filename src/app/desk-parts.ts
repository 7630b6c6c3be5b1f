/** The elements of an open desk that the first paint does not need; fetched together, after the text. */
import '../margin/margin-column.ts';
import './desk-overlays.ts';
