/** Reads files of arguments off the main thread: parsing Argdown takes a second a thousand claims. Runs as a worker. */
import { readArgumentText } from '../formats/argument-text.ts';
import { Fault } from '../model/fault.ts';
import type { FromArgumentReader, ToArgumentReader } from './argument-messages.ts';

const say = (message: FromArgumentReader): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ToArgumentReader>) => {
  readArgumentText(data.text, data.name, data.now).then(
    (file) => say({ say: 'read', file }),
    (error: unknown) => {
      const code = error instanceof Fault ? error.code : null;
      const detail = error instanceof Error ? error.message : String(error);
      say({ say: 'refused', code, detail: error instanceof Fault ? error.detail : detail });
    },
  );
});
