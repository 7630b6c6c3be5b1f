/** The fields of the dialog that exports annotations, as a function of what is chosen. */
import { html, nothing, type TemplateResult } from 'lit';
import { isShown, meanings, type Desk } from '../desk/desk.ts';
import { groupings, type Grouping } from '../formats/grouping.ts';
import { colours } from '../model/colours.ts';
import { marksFormats, type MarksChoice, type MarksFormat } from './marks-choice.ts';
import { formatWords, isSheet } from './marks-formats.ts';
import { tagsOn, type MarksFilter } from './marks-taken.ts';

/** What the fields change. */
export interface ExportMarksActions {
  readonly choose: (patch: Partial<MarksChoice>) => void;
  readonly narrow: (patch: Partial<MarksFilter>) => void;
}

const valueOf = (event: Event): string => (event.target as HTMLSelectElement).value;
const isChecked = (event: Event): boolean => (event.target as HTMLInputElement).checked;

interface Option {
  readonly value: string;
  readonly words: string;
}

const select = (
  name: string,
  label: string,
  now: string,
  options: readonly Option[],
  choose: (value: string) => void,
): TemplateResult =>
  html`<label class="field"
    ><span>${label}</span>
    <select name=${name} @change=${(event: Event) => choose(valueOf(event))}>
      ${options.map(({ value, words }) => html`<option value=${value} ?selected=${value === now}>${words}</option>`)}
    </select></label
  >`;

const radio = (value: string, words: string, isOn: boolean, choose: () => void): TemplateResult =>
  html`<label
    ><input type="radio" name="what" value=${value} .checked=${isOn} @change=${choose} />
    <span>${words}</span></label
  >`;

const checkbox = (
  name: string,
  words: string,
  isOn: boolean,
  choose: (isOn: boolean) => void,
): TemplateResult =>
  html`<label class="marks-check"
    ><input
      type="checkbox"
      name=${name}
      .checked=${isOn}
      @change=${(event: Event) => choose(isChecked(event))}
    />
    <span>${words}</span></label
  >`;

/** Everything, marks, or those that were selected in the list. */
function whatFields(
  choice: MarksChoice,
  { ids }: MarksFilter,
  { choose, narrow }: ExportMarksActions,
): TemplateResult {
  const set = (what: MarksChoice['what']) => (): void => {
    narrow({ ids: null, ...(what === 'everything' ? { colour: '', tag: '' } : {}) });
    choose({ what });
  };
  return html`<fieldset class="marks-what">
    <legend>What</legend>
    ${ids === null ? nothing : radio('selected', `The ${ids.length === 1 ? 'one' : ids.length} selected`, true, () => narrow({ ids }))}
    ${radio('everything', 'Everything in the notebook', ids === null && choice.what === 'everything', set('everything'))}
    ${radio('marks', 'Annotations', ids === null && choice.what === 'marks', set('marks'))}
  </fieldset>`;
}

/** Which of the annotations. */
function filterFields(desk: Desk, filter: MarksFilter, { narrow }: ExportMarksActions): TemplateResult {
  const names = meanings(desk);
  const byColour = colours.map(({ key, look }) => ({
    value: key,
    words: `${names.get(key) ?? key} (${look})`,
  }));
  const tags = tagsOn(desk).map((tag) => ({ value: tag, words: tag }));
  return html`<div class="marks-row">
    ${select('colour', 'Colour', filter.colour, [{ value: '', words: 'All colours' }, ...byColour], (colour) => narrow({ colour }))}
    ${
      tags.length === 0
        ? nothing
        : select('tag', 'Tag', filter.tag, [{ value: '', words: 'All tags' }, ...tags], (tag) =>
            narrow({ tag }),
          )
    }
  </div>`;
}

const groupWords: Readonly<Record<Grouping, string>> = {
  section: 'Section',
  colour: 'Colour',
  tag: 'Tag',
  none: 'Nothing: as the text goes',
};

/** All fields. */
export function exportFields(
  desk: Desk,
  choice: MarksChoice,
  filter: MarksFilter,
  actions: ExportMarksActions,
): TemplateResult {
  const { format, by, hasMark, hasLayers } = choice;
  const { choose } = actions;
  const formats = marksFormats.map((value) => ({ value, words: formatWords[value].name }));
  const groups = groupings.map((value) => ({ value, words: groupWords[value] }));
  const below = desk.layers.filter((layer) => layer.readOnly && isShown(layer));
  return html`${whatFields(choice, filter, actions)}
    ${choice.what === 'marks' && filter.ids === null ? filterFields(desk, filter, actions) : nothing}
    ${
      below.length > 0 && filter.ids === null
        ? checkbox(
            'layers',
            `With the layers that show: ${below.map(({ name }) => name).join(', ')}`,
            hasLayers,
            (isOn) => choose({ hasLayers: isOn }),
          )
        : nothing
    }
    <div class="marks-row">
      ${select('format', 'Format', format, formats, (value) => choose({ format: value as MarksFormat }))}
      ${isSheet(format) ? select('by', 'Grouped by', by, groups, (value) => choose({ by: value as Grouping })) : nothing}
    </div>
    <p class="hint">${formatWords[format].about}</p>
    ${format === 'csv' ? checkbox('mark', 'For Excel: say that it is UTF-8 (byte order mark)', hasMark, (isOn) => choose({ hasMark: isOn })) : nothing}`;
}
