/** Where the app is run, for a report: nothing of what is read or written in it. */
import type { Surroundings } from './mishap.ts';
import { parseRoute } from './routes.ts';

/** As things are now. */
export const surroundings = (): Surroundings => ({
  build: import.meta.url.replace(/^.*\//u, '').replace(/[?#].*$/u, ''),
  screen: parseRoute(location.hash).screen,
  browser: navigator.userAgent,
  language: navigator.language,
  size: `${innerWidth} × ${innerHeight}`,
  isOnline: navigator.onLine,
  saving: document.querySelector<HTMLElement>('.saving')?.dataset['saving'] ?? '',
});
