/** Has a package written or read by a worker of its own, which ends with the answer. */
import type { Package } from '../formats/paper/package.ts';
import { Fault } from '../model/fault.ts';
import { Worker } from './own-worker.ts';
import type { FromPackager, ToPackager } from './package-messages.ts';

/** So long a worker may take, in ms; what takes longer is no honest package. */
const patience = 120_000;

type Answer<T extends ToPackager> = T extends { say: 'write' } ? Uint8Array<ArrayBuffer> : Package;

/** Rejects with the faults of `readPackage`; `import/too-slow` where the worker takes beyond all measure. */
export async function inPackageWorker<T extends ToPackager>(message: T): Promise<Answer<T>> {
  const worker = new Worker(new URL('./package-worker.ts', import.meta.url), { type: 'module' });
  const name = message.say === 'read' ? message.name : '';
  let timer = 0;
  try {
    return await new Promise<Answer<T>>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromPackager>) => {
        if (data.say === 'written') resolve(data.bytes as Answer<T>);
        else if (data.say === 'read') resolve(data.whole as Answer<T>);
        else reject(data.code === null ? new Error(data.detail) : new Fault(data.code, data.detail));
      });
      // A worker that does not load never answers.
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      timer = window.setTimeout(() => reject(new Fault('import/too-slow', name)), patience);
      worker.postMessage(message);
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
