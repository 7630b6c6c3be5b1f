/** What a paragraph is for, by the name of its style: the names of word processors in the languages they speak. Pure. */

/** What a style makes of a paragraph. */
export type StyleRole =
  | 'title'
  | 'subtitle'
  | 'author'
  | 'date'
  | 'quotation'
  | 'caption'
  | 'contents'
  | 'running'
  | 'list'
  | 'note';

const headings =
  /^(?:heading|head|überschrift|ueberschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|naglowek|nadpis|címsor|cimsor|başlık|baslik|заголовок|εππικεφαλίδα|επικεφαλίδα|titlu|titol|標題|标题|見出し|제목|عنوان|כותרת)[ _-]?([1-9])\b/iu;

const roles: readonly (readonly [StyleRole, RegExp])[] = [
  [
    'subtitle',
    /^(?:sub-?title|untertitel|sous-titre|subtítulo|sottotitolo|ondertitel|undertitel|undertittel|podtytuł|подзаголовок)$/iu,
  ],
  [
    'title',
    /^(?:(?:main |document |article |paper )?title|titel|titre|título|titolo|tittel|tytuł|название|заголовок|otsikko)$/iu,
  ],
  [
    'author',
    /^(?:authors?|author name|autor(?:en|es)?|auteurs?|autore|autori|författare|forfatter|byline)$/iu,
  ],
  ['date', /^(?:date|datum|fecha|data)$/iu],
  [
    'quotation',
    /^(?:(?:intense |block |long |displayed? |indented )?(?:quote|quotation)s?(?: block)?|block ?text|block ?quote|(?:intensives |langes )?zitat|blockzitat|zitatblock|citation(?: intense| longue)?|cita(?: destacada| larga)?|citazione(?: intensa| lunga)?|citaat|duidelijk citaat|citat|starkt citat|sitat|cytat(?: intensywny)?|цитата(?: \d)?|выделенная цитата|lainaus|citát|idézet|alıntı|extract|epigraph|verse|poem|引用文?)$/iu,
  ],
  [
    'caption',
    /^(?:caption|(?:image|table|figure|chart|drawing|illustration) ?caption|captioned figure caption|beschriftung|légende|legende|leyenda|epígrafe|didascalia|bijschrift|beskrivning|bildetekst|billedtekst|podpis|legenda|название объекта|illustration|table|figure|abbildung|tabelle|drawing|image|図表番号)$/iu,
  ],
  [
    'contents',
    /^(?:toc[ _-]?(?:\d|heading)|(?:table of )?contents?(?: \d| heading)?|verzeichnis \d|inhaltsverzeichnis.*|table of figures|index(?: \d| heading)?|tm \d|sommario \d|tdc \d|inhopg \d)$/iu,
  ],
  [
    'running',
    /^(?:header|footer|kopfzeile|fußzeile|en-tête|pied de page|encabezado|pie de página)(?: left| right| first)?$/iu,
  ],
  [
    'note',
    /^(?:(?:foot|end)note(?: text)?|fußnotentext|endnotentext|note de (?:bas de page|fin)|texto nota pie|testo nota.*)$/iu,
  ],
  [
    'list',
    /^(?:list(?:e|a)?(?:[ _-].*)?|list ?paragraph|listenabsatz|aufzählung.*|paragraphe de liste|párrafo de lista|paragrafo elenco|lijstalinea)$/iu,
  ],
];

const tidy = (name: string): string =>
  name
    .replace(/_20_/gu, ' ')
    .replace(/_([0-9a-f]{2})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\s+/gu, ' ')
    .trim();

/** The level of a style for headings (from 1); null for others. */
export function headingOfStyle(name: string): number | null {
  const found = headings.exec(tidy(name))?.[1];
  return found ? Number(found) : null;
}

/** What the name says; null where it says nothing. */
export function roleOfStyle(name: string): StyleRole | null {
  const bare = tidy(name);
  return roles.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}
