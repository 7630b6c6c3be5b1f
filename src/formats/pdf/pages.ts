/**
 * The pages of a PDF as plain values: where each run of text stands, and in what. `open.ts` makes them of a file, all other
 * rooms of this folder read nothing else. Coordinates are points from the top left of the upright page, y grows downwards.
 */

/** x and y of the top left corner, width, height. */
export type PdfBox = readonly [number, number, number, number];

/** A run of text in one font, as the file has it. */
export interface PdfRun {
  /** Unicode, ligatures as they come. White space alone where the file or its reader has set a space. */
  readonly text: string;
  /** Left edge of an upright run, whatever its direction. */
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  /** Height of the font in points. */
  readonly size: number;
  /** A name that tells fonts of this file apart; the printed name where it is known (`NimbusRomNo9L-Medi`). */
  readonly font: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly direction: 'ltr' | 'rtl';
  /** Degrees clockwise by which the run is turned; 0 for upright text. */
  readonly angle: number;
}

/** A link annotation: to a place of this file, or outside. */
export interface PdfLink {
  readonly box: PdfBox;
  /** http, https or mailto; null where it leads inside. */
  readonly href: string | null;
  /** Page index (from 0) and place; x and y are null where only the page is said. Null where it leads outside or nowhere. */
  readonly target: { readonly page: number; readonly x: number | null; readonly y: number | null } | null;
  /** Name of the destination (`Hfootnote.12`, `cite.knuth`); null where it has none. */
  readonly name: string | null;
}

export interface PdfPage {
  /** From 0. */
  readonly index: number;
  /** The label as the file gives it (page labels of its catalogue); null where it gives none. */
  readonly label: string | null;
  readonly width: number;
  readonly height: number;
  /** In the order of the file. */
  readonly runs: readonly PdfRun[];
  readonly links: readonly PdfLink[];
  /** Pictures and drawings that may be figures: raster images and clusters of vector paths, larger than an ornament. */
  readonly images: readonly PdfBox[];
  /** Thin straight horizontal lines, such as the rule over footnotes or those of a table: x, y, width. */
  readonly rules: readonly { readonly x: number; readonly y: number; readonly width: number }[];
}

/** A line of the file's outline (bookmarks). */
export interface PdfOutlineLine {
  readonly title: string;
  /** From 1. */
  readonly level: number;
  /** Page index; null where it leads nowhere. */
  readonly page: number | null;
  readonly y: number | null;
}

/** A PDF, opened. */
export interface PdfFile {
  readonly pages: readonly PdfPage[];
  readonly outline: readonly PdfOutlineLine[];
  /** What the file says of its language; null where nothing. */
  readonly language: string | null;
  /** Title and author as the file's properties give them; often wrong. Empty where absent. */
  readonly title: string;
  readonly author: string;
}
