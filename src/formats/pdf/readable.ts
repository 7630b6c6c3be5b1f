/** Whether the letters of a PDF can be read: a scan has none, and some fonts do not say which ones they show. Pure. */
import type { PdfPage, PdfRun } from './pages.ts';

/** Signs that no font means: controls, private use, what is no character. */
const senseless = /[\p{Cc}\p{Co}\p{Cn}\uFFFD]/u;

const vowels = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿąęěůűőăıəāēīōū]/iu;

const latin = /\p{Script=Latin}/u;

interface Count {
  all: number;
  bad: number;
  latin: number;
  vowels: number;
}

const share = (signs: readonly string[], pattern: RegExp): number =>
  signs.filter((sign) => pattern.test(sign)).length;

function counted(runs: readonly PdfRun[]): Count {
  const signs = [...runs.map(({ text }) => text).join('')].filter((sign) => !/[ \t\u00A0]/u.test(sign));
  return {
    all: signs.length,
    bad: share(signs, senseless),
    latin: share(signs, latin),
    vowels: share(signs, vowels),
  };
}

/** No language that is written in Latin letters does with so few vowels, over so many letters. */
const isGibberish = ({ latin: letters, vowels: sounded, all }: Count): boolean =>
  letters > 400 && letters > all * 0.3 && sounded / letters < 0.17;

const isSenseless = (count: Count): boolean => count.all > 0 && count.bad / count.all > 0.05;

/** Fonts of a file whose letters mean nothing. Of a few letters nothing is said: a font of signs is none the worse. */
function unreadableFonts(pages: readonly PdfPage[]): ReadonlySet<string> {
  const fonts = new Map<string, PdfRun[]>();
  for (const run of pages.flatMap(({ runs }) => runs)) {
    const runs = fonts.get(run.font) ?? [];
    runs.push(run);
    fonts.set(run.font, runs);
  }
  const unreadable = [...fonts].filter(([, runs]) => {
    const count = counted(runs);
    return count.all >= 60 && (isSenseless(count) || isGibberish(count));
  });
  return new Set(unreadable.map(([font]) => font));
}

const lettersOf = (runs: readonly PdfRun[]): number =>
  runs.reduce((sum, { text }) => sum + text.replace(/[\s\p{P}\p{N}]/gu, '').length, 0);

/** A page of text has more letters; a stamp or a folio on a scan has fewer. */
const fewLetters = 60;

/** What can be read of a file. */
export interface Readable {
  /** Pages (from 0) with letters that mean nothing. */
  readonly unread: readonly number[];
  /** Pages (from 0) that are pictures without text. */
  readonly scanned: readonly number[];
  /** The verdict on the whole. */
  readonly whole: 'read' | 'scanned' | 'no-letters';
}

/** `scans`: pages that a picture covers. */
export function readable(pages: readonly PdfPage[], scans: ReadonlySet<number>): Readable {
  const fonts = unreadableFonts(pages);
  const all = lettersOf(pages.flatMap(({ runs }) => runs));
  const lost = (runs: readonly PdfRun[]): readonly PdfRun[] => runs.filter(({ font }) => fonts.has(font));
  const bad = pages.flatMap(({ runs }) => lost(runs)).reduce((sum, { text }) => sum + text.length, 0);
  const good = lettersOf(pages.flatMap(({ runs }) => runs.filter(({ font }) => !fonts.has(font))));
  const unread = pages.filter(({ runs }) => lost(runs).length > 0).map(({ index }) => index);
  const bare = pages.filter(({ runs }) => lettersOf(runs) < fewLetters);
  const scanned = bare.filter(({ index, images }) => scans.has(index) || images.length > 0);
  const isScanned = bare.length > pages.length * 0.8 && scanned.length > pages.length * 0.5;
  const whole = bad > good ? 'no-letters' : isScanned || all === 0 ? 'scanned' : 'read';
  return { unread, scanned: scanned.map(({ index }) => index), whole };
}
