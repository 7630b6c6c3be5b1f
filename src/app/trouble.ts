/** What is in trouble, and what one can do about it there and then. */
import { Fault, type FaultCode } from '../model/fault.ts';
import { messageFor, type Message } from './messages.ts';
import { isMissingPart } from './mishap.ts';

/**
 * `retry`: once more, now. `save`: everything as a file. `reload`: the page anew. `aside`: go on in this tab alone, without what
 * is kept on the device.
 */
export type Offer = 'retry' | 'save' | 'reload' | 'aside';

export interface Trouble {
  readonly message: Message;
  readonly offers: readonly Offer[];
  /** Whether it is about keeping: then it is over when that works again. */
  readonly isStorage: boolean;
}

/** While a desk is open, its work is in memory, and nobody needs to go on without it. */
const whileOpen: Partial<Record<FaultCode, readonly Offer[]>> = {
  'storage/full': ['retry', 'save'],
  'storage/failed': ['retry', 'save'],
  'storage/blocked': ['retry', 'save'],
  'storage/newer': ['reload', 'save'],
  'storage/refused': ['save'],
  'storage/aside': ['save', 'reload'],
};

const whileOpening: Partial<Record<FaultCode, readonly Offer[]>> = {
  ...whileOpen,
  'storage/full': ['retry', 'save', 'aside'],
  'storage/failed': ['retry', 'save', 'aside'],
  'storage/blocked': ['retry', 'save', 'aside'],
  'storage/newer': ['reload', 'save', 'aside'],
};

const offersFor = (error: unknown, isOpen: boolean): readonly Offer[] => {
  if (isMissingPart(error)) return ['reload'];
  if (!(error instanceof Fault)) return [];
  return (isOpen ? whileOpen : whileOpening)[error.code] ?? [];
};

/** The trouble that an error means; `isOpen` where storage was opened before. */
export const troubleOf = (error: unknown, isOpen: boolean): Trouble => ({
  message: messageFor(error),
  offers: offersFor(error, isOpen),
  isStorage: error instanceof Fault && error.code.startsWith('storage/'),
});
