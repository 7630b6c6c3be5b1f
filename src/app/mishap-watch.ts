/** Watches for errors from the first line on: the entry imports this before all else. */
import { mishaps } from './mishap-log.ts';

mishaps.watch(window);
