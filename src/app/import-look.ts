/** Reads annotations and plans what they would do, step by step, so that the page never waits. */
import type { Desk } from '../desk/desk.ts';
import { readAnnotationFile, type ReadAnnotations, type Turn } from '../formats/annotations.ts';
import { paperIri } from '../formats/w3c-vocabulary.ts';
import { turns } from '../ui/turns.ts';
import { planImport, type ImportPlan } from './import-plan.ts';

/** Thrown to oneself where nobody wants the answer any more. */
class GivenUp extends Error {}

/**
 * Looks at a file or a text. `isOver` says that nobody waits for the answer any more; then it is null. Rejects with the
 * Faults of `readAnnotations`.
 */
export async function lookAt(
  desk: Desk,
  source: Blob | string,
  name: string,
  isOver: () => boolean,
): Promise<{ readonly read: ReadAnnotations; readonly plan: ImportPlan } | null> {
  const rest = turns();
  const turn: Turn = async () => {
    await rest();
    if (isOver()) throw new GivenUp();
  };
  const file = typeof source === 'string' ? new Blob([source]) : source;
  const scene = { text: desk.paper.text, paper: paperIri(desk.version), now: new Date().toISOString() };
  try {
    const read = await readAnnotationFile(file, name, scene, turn);
    const steps = planImport(desk, read);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return { read, plan: step.value };
      await turn();
    }
  } catch (error) {
    if (error instanceof GivenUp) return null;
    throw error;
  }
}
