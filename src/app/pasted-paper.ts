/** What was pasted, as files like any other: nothing of it ever becomes part of the page. */

/** Names of pasted files; the ending says how they are read. */
export const pastedName = 'Pasted text';

/** Whether markup has a structure worth reading: a viewer of PDFs gives lines and spans only. */
export const hasStructure = (markup: string): boolean =>
  /<(?:p|h[1-6]|li|blockquote|sup|table|article|section)[\s>]/iu.test(markup);

/** A text as a file; `isMarkup`: of HTML. */
export const textFile = (text: string, name: string, isMarkup: boolean): File =>
  new File([text], `${name || pastedName}${isMarkup ? '.html' : '.txt'}`, {
    type: isMarkup ? 'text/html' : 'text/plain',
  });

/** The words of a paste as a file, with their structure where they bring one; none where it is empty. */
export function pastedPaper(data: Pick<DataTransfer, 'getData'>): readonly File[] {
  const [markup, text] = [data.getData('text/html'), data.getData('text/plain')];
  if (hasStructure(markup)) return [textFile(markup, pastedName, true)];
  return text.trim() === '' ? [] : [textFile(text, pastedName, false)];
}
