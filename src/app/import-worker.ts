/** Reads a paper's file off the main thread: recognised, read, written as JATS. Runs as a worker; one file, then it is ended. */
import { readers } from '../formats/paper/formats.ts';
import type { ToImporter } from './import-protocol.ts';
import { readFile } from './import-reading.ts';

addEventListener('message', ({ data }: MessageEvent<ToImporter>) => {
  void readFile(readers, data, (message, transfer = []) => postMessage(message, { transfer }));
});
