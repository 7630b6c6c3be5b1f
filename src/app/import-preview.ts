/** What an import found, before anything is done: how much, what is here already, what was left out and why. */
import { html, nothing, type TemplateResult } from 'lit';
import { findingSentence } from '../formats/finding.ts';
import type { ReadAnnotations } from '../formats/annotations.ts';
import type { MarkFormat } from '../formats/mark-draft.ts';
import type { ImportPlan } from './import-plan.ts';

/** So many sentences are shown; the rest is counted. */
const most = 200;

const formatNames: Readonly<Record<MarkFormat, string>> = {
  w3c: 'Web Annotations',
  hypothesis: 'Hypothesis',
  zotero: 'Zotero',
};

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** `214 annotations and 12 replies`: what an import brings; empty where it brings nothing. */
export function broughtBy({ marks, replies, others }: ImportPlan): string {
  const parts = [
    marks > 0 ? counted(marks, 'annotation', 'annotations') : '',
    replies > 0 ? counted(replies, 'reply', 'replies') : '',
    others > 0 ? counted(others, 'claim or other record', 'claims and other records') : '',
  ].filter(Boolean);
  const last = parts.pop() ?? '';
  return parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
}

/** All that is to be known before, in one sentence for each thing. */
export function planSentences(plan: ImportPlan, { brokenAt, formats }: ReadAnnotations): readonly string[] {
  const { put, known, unplaced, findings } = plan;
  const from = formats.map((format) => formatNames[format]).join(' and ');
  const brought = put.length > 0 ? `${broughtBy(plan)} (${from}).` : 'Nothing new is in this file.';
  return [
    brought,
    ...(known > 0 ? [`${counted(known, 'is', 'are')} in your notebook already.`] : []),
    ...(unplaced > 0
      ? [
          `${counted(unplaced, 'passage is', 'passages are')} not in this text; ${unplaced === 1 ? 'its note is' : 'their notes are'} kept all the same.`,
        ]
      : []),
    ...(findings.length > 0
      ? [`${counted(findings.length, 'thing was', 'things were')} not understood; see below.`]
      : []),
    ...(brokenAt === null
      ? []
      : [
          `The file breaks off at line ${brokenAt.toLocaleString('en')}; what stands before is complete, and can be taken.`,
        ]),
  ];
}

/** What was left out or kept in part, and why. */
export function planFindings({ findings }: ImportPlan): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  const rest = findings.length - most;
  return html`<details class="work-findings marks-findings" ?open=${findings.length <= 8}>
    <summary>Left out, or kept in part (${findings.length.toLocaleString('en')})</summary>
    <ul>
      ${findings.slice(0, most).map((finding) => html`<li>${findingSentence(finding)}</li>`)}
      ${rest > 0 ? html`<li>… and ${rest.toLocaleString('en')} more.</li>` : nothing}
    </ul>
  </details>`;
}
