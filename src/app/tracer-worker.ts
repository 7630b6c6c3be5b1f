/** The worker that traces passages into the texts it is told: a thread of its own, so that reading never waits for it. */
import { Tracer } from '../anchoring/tracer.ts';
import { plainText } from '../model/plain-text.ts';
import type { FromTracer, ToTracer } from './tracer-messages.ts';

const tracers = new Map<number, Tracer>();

addEventListener('message', ({ data }: MessageEvent<ToTracer>) => {
  if (data.say === 'text') {
    tracers.set(data.text, new Tracer(plainText(data.words)));
    return;
  }
  const tracer = tracers.get(data.text);
  if (!tracer) throw new RangeError(`The worker was never told text ${data.text}.`);
  if (data.say === 'version') {
    tracer.know(data.hash, data.words);
    return;
  }
  const answer: FromTracer = {
    batch: data.batch,
    verdicts: data.targets.map((target) => tracer.trace(target)),
  };
  postMessage(answer);
});
