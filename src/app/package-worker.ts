/** Writes and reads packages off the main thread: packing and unpacking take long where papers are many. Runs as a worker. */
import { readPackage, writePackage } from '../formats/paper/package.ts';
import { Fault } from '../model/fault.ts';
import type { FromPackager, ToPackager } from './package-messages.ts';

async function answer(message: ToPackager): Promise<FromPackager> {
  if (message.say === 'write') return { say: 'written', bytes: writePackage(message.whole) };
  return { say: 'read', whole: readPackage(new Uint8Array(await message.file.arrayBuffer()), message.name) };
}

function refusal(error: unknown): FromPackager {
  const detail = error instanceof Error ? error.message : String(error);
  return error instanceof Fault
    ? { say: 'refused', code: error.code, detail: error.detail }
    : { say: 'refused', code: null, detail };
}

addEventListener('message', ({ data }: MessageEvent<ToPackager>) => {
  void answer(data)
    .catch(refusal)
    .then((said) => postMessage(said, { transfer: said.say === 'written' ? [said.bytes.buffer] : [] }));
});
