/** What went wrong that nobody foresaw, as a value: told apart from other mishaps, counted, and written down without anyone's words. */
import { Fault } from '../model/fault.ts';

/** Something that went wrong, however often. */
export interface Mishap {
  /** The same for the same mistake at the same place. */
  readonly print: string;
  /** Name and message, without what the message quotes. */
  readonly what: string;
  /** Where it happened, the innermost first: names of functions and files of the app. */
  readonly frames: readonly string[];
  /** The first one, as it was thrown. */
  readonly error: unknown;
  readonly count: number;
  /** When it first happened; an ISO date in UTC. */
  readonly since: string;
}

const mostFrames = 12;
const longestMessage = 300;

/** A name in code: what a browser puts between single quotes is one, what a person wrote rarely is. */
const isName = (words: string): boolean => /^'[\w$.#-]{1,40}'$/u.test(words);

/** Whatever is quoted may be somebody's words, and is left out; names in code stay. */
export const withoutQuoted = (message: string): string =>
  message
    .slice(0, 2_000)
    .replace(/“[^”]*”?|"[^"]*"?|`[^`]*`?|'[^']*'/gu, (quoted) => (isName(quoted) ? quoted : '“…”'))
    .slice(0, longestMessage);

/** The lines of a stack that name a place, without the address that the app lies at. */
export const framesOf = (stack: string): readonly string[] =>
  stack
    .slice(0, 20_000)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /:\d+:\d+\)?$/u.test(line))
    .map((line) => line.replace(/[a-z-]+:\/\/[^\s)]*\//gu, '').slice(0, 200))
    .slice(0, mostFrames);

const nameOf = (error: Error): string => (error instanceof Fault ? `Fault ${error.code}` : error.name);

/** A mishap of one error, which may be anything: whatever can be thrown is. `now` is an ISO date in UTC. */
export function mishapOf(error: unknown, now: string): Mishap {
  const known = error instanceof Error;
  // The words of a fault name files and papers.
  const message = error instanceof Fault ? '' : known ? error.message : typeof error;
  const what = known
    ? `${nameOf(error)}: ${withoutQuoted(message)}`.replace(/: $/u, '')
    : `Thrown: ${message}`;
  const frames = known ? framesOf(error.stack ?? '') : [];
  return { print: `${what}\n${frames[0] ?? ''}`, what, frames, error, count: 1, since: now };
}

/** Whether it says that a part of the app, which comes when it is needed, could not be fetched. */
export const isMissingPart = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|importing a module script failed|unable to preload css/iu.test(error.message);

/** Where the app is run: nothing of what is read or written in it. */
export interface Surroundings {
  /** The built file that this is; another for every version. */
  readonly build: string;
  readonly screen: string;
  readonly browser: string;
  readonly language: string;
  /** Width and height in CSS px. */
  readonly size: string;
  readonly isOnline: boolean;
  /** How saving stands, as the desk has it; empty where none is open. */
  readonly saving: string;
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** A report to be passed on, in plain text. It holds no words that anyone read or wrote. */
export function reportOf(mishaps: readonly Mishap[], around: Surroundings): string {
  const head = [
    'Warrant: what went wrong',
    `Build: ${around.build}`,
    `Screen: ${around.screen}; saving: ${around.saving || 'no desk is open'}`,
    `Browser: ${around.browser}; ${around.language}; ${around.size}; ${around.isOnline ? 'online' : 'offline'}`,
  ];
  const told = mishaps.map(({ what, frames, count, since }) =>
    [`${what} (${times(count)}, first at ${since})`, ...frames.map((frame) => `  ${frame}`)].join('\n'),
  );
  return `${[head.join('\n'), ...told].join('\n\n')}\n`;
}
