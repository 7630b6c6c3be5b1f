/** How a desk is laid out: side pane, text with margin and notes, map, and what floats over them. */
import { html, type TemplateResult } from 'lit';
import type { Range } from '../desk/desk.ts';
import type { Store } from '../desk/store.ts';
import type { Paper } from '../model/paper.ts';
import '../reader/paper-pane.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import type { PictureSource } from '../reader/pictures.ts';
import type { SplitMoved } from '../ui/split-handle.ts';
import type { View } from './desk-bar.ts';
import { namesOf, type Panes, type Preferences } from './preferences.ts';
import type { SideTabChosen } from './side-pane.ts';
import './trouble-banner.ts';
import type { Trouble } from './trouble.ts';

/** What a desk shows. */
export interface DeskLook {
  readonly paper: Paper;
  readonly pictures: PictureSource;
  /** Null until the desk is open. */
  readonly store: Store | null;
  /** False until the text is on the screen: the first paint is the text's alone. */
  readonly isSettled: boolean;
  readonly preferences: Preferences;
  readonly panes: Panes;
  readonly view: View;
  readonly isNarrow: boolean;
  readonly wantsMap: boolean;
  /** Address of the section that is being read. */
  readonly section: string;
  readonly pane: PaperPane | null;
  /** True where a link wants something: then the first visit's way in keeps back. */
  readonly hasAim: boolean;
  readonly troubles: readonly Trouble[];
}

/** What the desk does when something in it asks. */
export interface DeskHandlers {
  readonly locate: (offset: number) => number;
  readonly seen: () => Range | null;
  readonly onSplit: (event: SplitMoved) => void;
  readonly onSideTab: (event: SideTabChosen) => void;
  readonly onTourDone: () => void;
}

const margin = (look: DeskLook, on: DeskHandlers): TemplateResult =>
  look.store
    ? html`<margin-column
        role="complementary"
        aria-label="Margin"
        .store=${look.store}
        .flow=${look.isNarrow}
        .locate=${on.locate}
        .seen=${on.seen}
      ></margin-column>`
    : html`<div class="margin-space"></div>`;

/** A pane that shows alone is what the page is about, as long as it does. */
const isAlone = ({ isNarrow, view }: DeskLook, pane: View): boolean => isNarrow && view === pane;

const sidePane = (look: DeskLook, on: DeskHandlers): TemplateResult =>
  html`<side-pane
    class="desk-contents"
    role=${isAlone(look, 'contents') ? 'main' : 'complementary'}
    aria-label="Contents, find, sources, marks, class, findings"
    .paper=${look.isSettled ? look.paper : null}
    .store=${look.store}
    .tab=${look.preferences.side}
    .section=${look.section}
    @side-tab-chosen=${on.onSideTab}
  ></side-pane>`;

const map = (look: DeskLook, on: DeskHandlers): TemplateResult =>
  html`<section
    class="desk-map"
    id="map"
    role=${isAlone(look, 'map') ? 'main' : 'region'}
    aria-label="Argument map"
    tabindex="-1"
  >
    <split-handle within=".desk" .share=${look.preferences.split} @split-moved=${on.onSplit}></split-handle>
    <map-pane .store=${look.store} .wanted=${look.wantsMap}></map-pane>
  </section>`;

/** Everything of the desk but its bar. */
export function deskView(look: DeskLook, on: DeskHandlers): TemplateResult {
  const shown = look.isSettled ? look.paper : null;
  return html`${look.troubles.map((one) => html`<trouble-banner .trouble=${one}></trouble-banner>`)}
    <div class="desk" data-view=${look.view} ?data-narrow=${look.isNarrow} data-panes=${namesOf(look.panes)}>
      ${sidePane(look, on)}
      <div class="reading-frame">
        <verdict-banner .store=${look.store}></verdict-banner>
        <only-banner .store=${look.store}></only-banner>
        <mend-line .paper=${shown}></mend-line>
        <find-bar .store=${look.store} .pane=${look.pane}></find-bar>
        <handout-bar .store=${look.store}></handout-bar>
        <div class="reading" id="reading" tabindex="-1">
          <main class="reading-grid">
            <paper-pane
              .paper=${look.paper}
              .store=${look.store}
              .pictures=${look.pictures}
              .addresses=${look.preferences.addresses}
              .saysMarks=${look.preferences.saysMarks}
            ></paper-pane>
            ${margin(look, on)}
            <notes-list .paper=${shown} .store=${look.store}></notes-list>
          </main>
        </div>
        <heat-strip .store=${look.store} .pane=${look.pane} .wanted=${look.preferences.heat}></heat-strip>
      </div>
      ${map(look, on)}
    </div>
    <desk-overlays
      .store=${look.store}
      .pane=${look.pane}
      .preferences=${look.preferences}
      .welcomed=${look.preferences.welcomed || look.hasAim}
      @tour-done=${on.onTourDone}
    ></desk-overlays>`;
}
