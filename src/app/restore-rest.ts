/** Of a backup what is neither paper nor notebook: older texts, layers, earlier days, settings. What is here already stays. */
import { Fault } from '../model/fault.ts';
import { hashText } from '../model/paper.ts';
import { readNotebookFile } from '../notebook/file.ts';
import { isOfThisDevice } from './backup-memory.ts';
import { stored } from './backup-shapes.ts';
import { adoptPreferences } from './preferences.ts';
import { idHere, known, type Outlook, type Restorable, type RestorePlace } from './restore-plan.ts';

const add = (fresh: number, take: () => Promise<void>): Outlook => ({ fate: 'add', fresh, take });

/** A text in which marks were made. */
export const restoredText = (place: RestorePlace, path: string): Restorable => ({
  kind: 'text',
  title: '',
  outlook: async () => {
    const read = await stored.text(place.backup, path);
    if ((await hashText(read.text)) !== read.hash) throw new Fault('backup/broken', path);
    const text = { ...read, paper: idHere(place, read.paper) };
    const isHere = (await place.storage.texts(text.paper)).some(({ hash }) => hash === text.hash);
    return isHere ? known : add(0, () => place.storage.keepText(text));
  },
});

/** Somebody's notebook that was opened as a layer. */
export const restoredLayer = (place: RestorePlace, path: string): Restorable => ({
  kind: 'layer',
  title: '',
  outlook: async () => {
    const read = await stored.layer(place.backup, path);
    readNotebookFile(read.json);
    const layer = { ...read, paper: idHere(place, read.paper) };
    const isHere = (await place.storage.layers(layer.paper)).some(({ id }) => id === layer.id);
    return isHere ? known : add(0, () => place.storage.keepLayers([layer]));
  },
});

/** An earlier state of a notebook. */
export const restoredState = (place: RestorePlace, path: string): Restorable => ({
  kind: 'state',
  title: '',
  outlook: async () => {
    const read = await stored.state(place.backup, path);
    const { storage } = place;
    const state = { ...read, paper: idHere(place, read.paper) };
    const listed = await storage.notebook(state.notebook);
    // A notebook of that id on another paper is another one: what it was like is not to be found there.
    const isOther = listed !== null && listed.paper !== state.paper;
    const isHere = (await storage.states.names(state.notebook)).includes(state.at);
    return isOther || isHere ? known : add(0, () => storage.states.keep(state));
  },
});

/** All settings as one thing: each is set where it was not. */
export const restoredSettings = (place: RestorePlace): Restorable => ({
  kind: 'settings',
  title: '',
  outlook: async () => {
    const { backup, storage } = place;
    const fresh: (readonly [string, unknown])[] = [];
    for (const [key, value] of await stored.settings(backup, 'settings.json')) {
      if (isOfThisDevice(key) || value === undefined) continue;
      if ((await storage.setting(key)) === undefined) fresh.push([key, value]);
    }
    const preferences = await stored.preferences(backup, 'preferences.json');
    const take = async (): Promise<void> => {
      for (const [key, value] of fresh) await storage.setSetting(key, value);
      adoptPreferences(preferences);
    };
    return fresh.length > 0 ? add(fresh.length, take) : { ...known, take };
  },
});
