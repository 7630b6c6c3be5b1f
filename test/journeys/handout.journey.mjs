// Teaching without a server: a teacher hands a notebook out, students work beside it and hand theirs in, twenty of them are compared.
/* global DataTransfer, File */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { axe, withApp } from '../support/app.mjs';
import { asFile, student, studentName } from '../support/class-files.mjs';
import {
  deskReady,
  eventually,
  focused,
  hear,
  marksIn,
  openDesk,
  patience,
  saved,
  selectByMouse,
  skipTour,
  toolbar,
  until,
  withDesk,
} from '../support/journey.mjs';

// axe does not know that a page break may have a name.
const unknowing = ['aria-prohibited-attr'];

const flat = (text) => text.replace(/\s+/gu, ' ').trim();

async function highlight(page, words) {
  const before = (await marksIn(page)).length;
  await selectByMouse(page, words);
  await toolbar(page).getByRole('button', { name: 'Highlight', exact: true }).click();
  await until(
    page,
    'the mark is there',
    (count) =>
      new Set(
        [...document.querySelectorAll('mark[data-annotation]')].flatMap((mark) =>
          mark.dataset.annotation.split(' '),
        ),
      ).size > count,
    before,
  );
  await page.keyboard.press('Escape');
}

const command = async (page, words) => {
  await page.keyboard.press('Control+K');
  const field = page.getByRole('combobox', { name: 'Command' });
  await field.waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
};

/** Opens files by the command; what is chosen comes from outside, as from a person. */
async function openFiles(page, files) {
  const chooser = page.waitForEvent('filechooser');
  await command(page, 'open handouts');
  await (await chooser).setFiles(files);
}

const report = (page) => page.getByRole('dialog', { name: 'Notebooks opened' });

async function openAndRead(page, files) {
  await openFiles(page, files);
  await report(page).waitFor();
  const said = flat(await report(page).locator('.opening-sum').innerText());
  const rows = await report(page).locator('.opening-list li').allInnerTexts();
  await report(page).getByRole('button', { name: 'Done', exact: true }).click();
  await report(page).waitFor({ state: 'detached' });
  return { said, rows: rows.map(flat) };
}

async function showClass(page) {
  await command(page, 'the class whose');
  await page.locator('class-view .common-row').first().waitFor();
}

async function reload(page) {
  await saved(page);
  await page.reload();
  await deskReady(page);
}

/** Makes the file that the dialog promises, and reads it. */
async function fileFrom(page, dialog, button) {
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), notebook: JSON.parse(await readFile(await file.path(), 'utf8')) };
}

async function anotherDesk(newPage, url) {
  const page = await newPage({ width: 1440, height: 900 });
  page.context().setDefaultTimeout(patience);
  await skipTour(page.context());
  await openDesk(page, url);
  return page;
}

const layers = (page) => page.locator('class-view .layer-row');

test('what a teacher hands out is held back until the student has written, and comes back as the student’s own', async () => {
  await withDesk(
    async ({ page: teacher, newPage, url }) => {
      await highlight(teacher, 'The sudden collapse of the Soviet Union');
      await command(teacher, 'hand out your');
      const out = teacher.getByRole('dialog', { name: 'Hand out your notebook' });
      await out.getByLabel('Your name').fill('Ada Byron');
      await out.getByLabel('Title').fill('Week 3');
      await out.getByLabel('Marks of their own').fill('2');
      await out.getByLabel('What they should do').fill('Mark **two** passages <img src=x onerror=alert(1)>');
      await axe(teacher, { include: '.hand-dialog' });
      const handout = await fileFrom(teacher, out, 'Make the handout');
      assert.equal(handout.name, 'gul-2008-week-3-ada-byron.json');
      assert.equal(handout.notebook.settings.before, 2);
      assert.deepEqual(
        handout.notebook.records.map(({ kind, creator }) => [kind, creator]),
        [['annotation', 'Ada Byron']],
      );

      const pupil = await anotherDesk(newPage, url);
      const { said } = await openAndRead(pupil, asFile(handout.notebook, handout.name));
      assert.equal(said, '1 opened.');
      const line = pupil.getByRole('region', { name: 'Handout Week 3' });
      await line.waitFor();
      await eventually(async () =>
        assert.match(
          flat(await line.innerText()),
          /2 marks of your own: 0 of 2 marks written\. Held back by Warrant, not locked/u,
        ),
      );
      await line.getByText('What to do').click();
      await line.locator('strong', { hasText: 'two' }).waitFor();
      await eventually(async () => assert.equal(await line.locator('img').count(), 0));
      await eventually(async () => assert.deepEqual(await marksIn(pupil), []));

      await highlight(pupil, 'the bi-polar world politics');
      await line.getByText('1 of 2 marks written').waitFor();
      await reload(pupil);
      await pupil.getByText('1 of 2 marks written').waitFor();
      await highlight(pupil, 'dangerous confrontations between Soviet ideology');
      await line.getByText('shows now').waitFor();
      const [theirs] = handout.notebook.records;
      await eventually(async () =>
        assert.ok((await marksIn(pupil)).includes(theirs.id), 'The teacher’s mark shows.'),
      );

      await command(pupil, 'hand in your');
      const back = pupil.getByRole('dialog', { name: 'Hand in your notebook' });
      await back.getByLabel('Your name').fill('Elif Dural');
      const { notebook } = await fileFrom(pupil, back, 'Make the file');
      assert.equal(notebook.answers, handout.notebook.id);
      assert.equal(notebook.creator, 'Elif Dural');
      assert.equal(notebook.records.length, 2);
      assert.ok(notebook.records.every(({ id }) => id !== theirs.id));

      const opened = await openAndRead(teacher, [asFile(notebook), asFile(student(3))]);
      assert.equal(opened.said, '2 opened.');
      await showClass(teacher);
      await eventually(async () =>
        assert.deepEqual((await layers(teacher).allInnerTexts()).map(flat), [
          'ED Elif Dural 2 marks Only …',
          'DD Dmitri Dural 60 marks Only …',
        ]),
      );
      await eventually(async () =>
        assert.equal((await teacher.locator('class-view').innerText()).includes('Too few to say'), true),
      );
    },
    { width: 1440, height: 900 },
  );
});

test('twenty files open as twenty layers, the same ones once more change nothing, and all are there after a reload', async () => {
  await withDesk(
    async ({ page }) => {
      const files = Array.from({ length: 18 }, (_, number) => asFile(student(number)));
      const newer = student(1, { marks: 10, made: '2026-11-09T10:00:00Z' });
      const first = await openAndRead(page, [
        ...files,
        asFile(student(1), 'again.json'),
        asFile('{"type":', 'half.json'),
      ]);
      assert.equal(first.said, '18 opened, 1 was open already (unchanged), 1 refused.');
      assert.match(first.rows[0], /half\.json .*not a Warrant notebook/u);
      await showClass(page);
      const rows = async () => (await layers(page).allInnerTexts()).map(flat);
      const before = await rows();
      assert.equal(before.length, 18);
      assert.equal(before[1], `BA ${studentName(1)} 60 marks Only …`);
      assert.equal((await openAndRead(page, files)).said, '18 were open already (unchanged).');
      await eventually(async () => assert.deepEqual(await rows(), before));

      await openFiles(page, [asFile(newer)]);
      await report(page).waitFor();
      await eventually(async () =>
        assert.match(
          flat(await report(page).innerText()),
          /1 newer copy replaced the older of the same notebook/u,
        ),
      );
      await eventually(async () => assert.match((await rows())[1], / 10 marks/u));
      await report(page).getByRole('button', { name: 'Put back the older' }).click();
      await report(page).getByText('The older copy is open again').waitFor();
      await report(page).getByRole('button', { name: 'Done', exact: true }).click();
      await eventually(async () => assert.deepEqual(await rows(), before));

      await layers(page)
        .nth(2)
        .getByRole('button', { name: /^More on/u })
        .click();
      await layers(page).nth(2).getByLabel('What you call it').fill('The third');
      await page.keyboard.press('Tab');
      await layers(page).nth(4).getByRole('checkbox').uncheck();
      await layers(page).nth(2).getByRole('button', { name: 'Close this notebook' }).click();
      await hear(page, 'Closed: The third');
      await eventually(async () => assert.equal((await rows()).length, 17));
      await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
      await until(page, 'it is back', () => document.querySelectorAll('class-view .layer-row').length === 18);
      const more = layers(page)
        .nth(2)
        .getByRole('button', { name: /^More on/u });
      if ((await more.getAttribute('aria-expanded')) === 'true') await more.click();
      const shown = await rows();
      await reload(page);
      await showClass(page);
      await eventually(async () => assert.deepEqual(await rows(), shown));
      assert.match(shown[2], /The third/u);
      await eventually(async () =>
        assert.equal(await layers(page).nth(4).getByRole('checkbox').isChecked(), false),
      );
      await axe(page, { disable: unknowing });
    },
    { width: 1440, height: 900 },
  );
});

test('passages, agreement and strip say who marked what, by keyboard alone', async () => {
  await withDesk(
    async ({ page }) => {
      const files = Array.from({ length: 20 }, (_, number) => asFile(student(number)));
      await openFiles(page, files);
      await report(page).waitFor();
      await until(page, 'the focus is on Done', () => document.activeElement.textContent.trim() === 'Done');
      await page.keyboard.press('Enter');
      await report(page).waitFor({ state: 'detached' });
      await showClass(page);
      await page.getByText(/^Agreement [−.\d]+: they choose/u).waitFor();

      // From the list to the text.
      await page.locator('.common-go').first().focus();
      await page.keyboard.press('ArrowDown');
      const place = flat(await page.locator('.common-go').nth(1).locator('.find-place').innerText());
      await eventually(async () => assert.match(await focused(page), new RegExp(`^${place}`, 'u')));
      await page.locator('.common-toggle').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('.common-marks').first().waitFor();

      // The strip: a value along one line, spoken as one reads it.
      const strip = page.getByRole('slider', { name: 'What the class marked' });
      await strip.focus();
      await page.keyboard.press('End');
      const last = await strip.getAttribute('aria-valuetext');
      assert.match(last, /^\d+ of 20: /u);
      await eventually(async () =>
        assert.equal(await strip.getAttribute('aria-valuenow'), await strip.getAttribute('aria-valuemax')),
      );
      await page.keyboard.press('Enter');
      await until(
        page,
        'the text is scrolled there',
        () => document.querySelector('.reading').scrollTop > 3000,
      );
      await page.keyboard.press('Home');
      await eventually(async () => assert.equal(await strip.getAttribute('aria-valuenow'), '1'));
      await eventually(async () =>
        assert.match(flat(await page.locator('.heat-tip').innerText()), /^\d+ of 20: I /u),
      );

      // One alone, then all again.
      await layers(page).nth(5).getByRole('button', { name: 'Only' }).focus();
      await page.keyboard.press('Space');
      await until(
        page,
        'one shows',
        () => document.querySelectorAll('class-view [data-control=show]:checked').length === 1,
      );
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await eventually(async () =>
        assert.equal(await layers(page).nth(6).getByRole('checkbox').isChecked(), true),
      );
      await command(page, 'show all notebooks');
      await until(
        page,
        'all show',
        () => document.querySelectorAll('class-view [data-control=show]:checked').length === 20,
      );
      await command(page, 'strip of what');
      await strip.waitFor({ state: 'detached' });
    },
    { width: 1440, height: 900 },
  );
});

test('hostile files are refused or harmless, and nothing of one’s own is touched', async () => {
  await withDesk(
    async ({ page }) => {
      await highlight(page, 'The sudden collapse of the Soviet Union');
      const [mine] = await marksIn(page);
      const script = '<img src=x onerror="document.title=`taken`">';
      const [record] = student(0, { marks: 1 }).records;
      const { said, rows } = await openAndRead(page, [
        asFile(student(0, { id: 'evil', creator: script, records: [{ ...record, id: mine, body: script }] })),
        asFile(
          { ...student(1), paper: { id: 'other', title: script, hash: `sha256-${'1'.repeat(64)}` } },
          'elsewhere.json',
        ),
        asFile({ ...student(2), records: [{ ...record }, { ...record }] }, 'twice.json'),
        asFile(
          JSON.stringify(student(4)).replace('"type"', '"__proto__":{"polluted":1},"type"'),
          'proto.json',
        ),
        asFile('[]', 'list.json'),
      ]);
      assert.equal(said, '2 opened, 3 refused.');
      const told = rows.join('\n');
      assert.match(told, /elsewhere\.json .*not the paper that is open here/u);
      assert.match(told, /twice\.json .*records\.1\.id occurs twice/u);
      await eventually(async () => assert.equal(await page.evaluate(() => ({}).polluted), undefined));
      await showClass(page);
      await eventually(async () => assert.notEqual(await page.title(), 'taken'));
      await eventually(async () => assert.equal(await page.locator('class-view img').count(), 0));
      const marks = await marksIn(page);
      assert.ok(marks.includes(mine), 'The reader’s own mark is where it was.');
      await reload(page);
      await eventually(async () => assert.ok((await marksIn(page)).includes(mine)));
    },
    { width: 1440, height: 900 },
  );
});

test('a file of more than 50 MB is not even read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'warrant-large-'));
  try {
    const path = join(folder, 'huge.json');
    await writeFile(path, Buffer.alloc(51 * 1024 * 1024, 32));
    await withDesk(
      async ({ page }) => {
        const { said, rows } = await openAndRead(page, path);
        assert.equal(said, '1 refused.');
        assert.match(rows[0], /huge\.json .*more than 50 MB.* was not read/u);
      },
      { width: 1440, height: 900 },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('from the library a file finds its paper, or is told that there is none', async () => {
  await withApp(
    async ({ page }) => {
      await skipTour(page.context());
      page.context().setDefaultTimeout(patience);
      await page.reload();
      const choose = async (files) => {
        const chooser = page.waitForEvent('filechooser');
        await page.getByRole('button', { name: 'Open a handout or notebooks …' }).click();
        await (await chooser).setFiles(files);
      };
      const elsewhere = { id: 'other', title: 'Another paper', hash: `sha256-${'1'.repeat(64)}` };
      await choose(asFile(student(0, { paper: elsewhere })));
      await page.getByText('It is about “Another paper”, and no such paper is in this library.').waitFor();
      await choose([asFile(student(0)), asFile(student(1, { paper: elsewhere }), 'elsewhere.json')]);
      await deskReady(page);
      await report(page).waitFor();
      await eventually(async () =>
        assert.equal(flat(await report(page).locator('.opening-sum').innerText()), '1 opened, 1 refused.'),
      );
    },
    { width: 1440, height: 900 },
  );
});

test('files dropped on the text open, a large one read beside the page', async () => {
  await withDesk(
    async ({ page }) => {
      // More than the page itself would parse: its notes are long.
      const long = student(0, { marks: 2000 });
      for (const record of long.records) record.body = `${'A long note. '.repeat(60)}${record.id}`;
      const data = await page.evaluateHandle(
        ([large, small]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([large], 'large.json', { type: 'application/json' }));
          transfer.items.add(new File([small], 'small.json', { type: 'application/json' }));
          return transfer;
        },
        [JSON.stringify(long), JSON.stringify(student(1))],
      );
      await page.dispatchEvent('.paper-text', 'dragover', { dataTransfer: data });
      await page.dispatchEvent('.paper-text', 'drop', { dataTransfer: data });
      await report(page).locator('.opening-sum').waitFor({ timeout: 30_000 });
      assert.match(flat(await report(page).innerText()), /2 opened\..*Ada Byron: 2000 marks/u);
    },
    { width: 1440, height: 900 },
  );
});

test('the class has room on a small screen', async () => {
  await withDesk(
    async ({ page }) => {
      await openAndRead(
        page,
        Array.from({ length: 8 }, (_, number) => asFile(student(number))),
      );
      await showClass(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      await axe(page, { disable: unknowing });
    },
    { width: 360, height: 740 },
  );
});
