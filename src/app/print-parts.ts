/** What a printed paper can consist of, and what each part is called. */

/** The parts in the order in which they are printed. */
export const printParts = ['text', 'claims', 'marks', 'notes', 'map'] as const;
export type PrintPart = (typeof printParts)[number];

/** A part in the dialog: its name, and what it brings. */
export const partWords: Readonly<Record<PrintPart, { readonly name: string; readonly about: string }>> = {
  text: { name: 'The text', about: 'with the printed page numbers' },
  claims: { name: 'Claims', about: 'underlined in the text, and the argument in outline' },
  marks: { name: 'My notes', about: 'numbered, in the margin' },
  notes: { name: 'The author’s notes', about: 'with what is missing from this copy' },
  map: { name: 'The map', about: 'on a page of its own' },
};

/** A map of more claims than this cannot be read on one page, however it is folded: it is printed as its outline alone. */
export const mostDrawn = 600;

/** Whether a stored value is a choice of parts. */
export const isPrintChoice = (value: unknown): value is readonly PrintPart[] =>
  Array.isArray(value) && value.every((one) => printParts.includes(one as PrintPart));
