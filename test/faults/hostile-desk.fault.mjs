// Nothing let in onto a desk: hostile records, files of other programs, addresses, what the device keeps and what other tabs say.
// LONG=1 sends more of them, and once more without the page's policy, so that what gets through is seen to run.
import { test } from 'node:test';
import { isLong } from './hostile-steps.mjs';
import { sendMessages, sendRoutes, sendTampered } from './sent-device.mjs';
import { sendExchange, sendRecords } from './sent-records.mjs';
import { watched } from './watched.mjs';

const ways = {
  'records, layers and broken notebooks': sendRecords,
  'files of other programs': sendExchange,
  addresses: sendRoutes,
  'what is kept on the device': sendTampered,
  'messages of other tabs': sendMessages,
};

for (const [name, send] of Object.entries(ways))
  for (const isPolicyOn of isLong ? [true, false] : [true])
    test(`${name}, ${isPolicyOn ? 'with' : 'without'} the page’s policy`, async () => {
      await watched((app) => send(app, isPolicyOn ? 0 : 1), { isPolicyOn });
    });
