// Building the argument where one reads: by keys from a selection, and on the cards of steps and attacks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { eventually, hear, marksIn, until, withDesk } from '../support/journey.mjs';

const picker = (page, name) => page.getByRole('dialog', { name });

/** Walks to the next paragraph and selects its first sentence, by keys alone. */
async function selectSentence(page) {
  await page.keyboard.press('j');
  await hear(page, 'Paragraph');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await until(page, 'a sentence was selected', () => document.getSelection().toString().length > 20);
}

/** Ids of the claims whose cards are the reader's own, once there are so many. */
async function ownClaims(page, count) {
  await until(
    page,
    `there were ${count} claims of one’s own`,
    (wanted) => document.querySelectorAll('claim-card .card.own').length === wanted,
    count,
  );
}

test('an argument is built from selections by keys alone: supports, attacks, undercuts', async () => {
  await withDesk(async ({ page }) => {
    await page.locator('.paper-text').focus();
    await selectSentence(page);
    await page.keyboard.press('s');
    await picker(page, 'What does it support?').waitFor();
    await axe(page, { include: 'dialog[open]' });
    await page.keyboard.type('neutral war');
    await page.keyboard.press('Enter');
    await hear(page, 'Now supports: Russia declared itself neutral in the war');
    await ownClaims(page, 1);
    const card = page.locator('claim-card .card.own.open');
    await card.getByText('Russia declared itself neutral in the war').first().waitFor();

    await page.keyboard.press('Control+z');
    await hear(page, 'Undone: Add support');
    await ownClaims(page, 0);
    await page.keyboard.press('Control+y');
    await ownClaims(page, 1);

    await selectSentence(page);
    await page.keyboard.press('a');
    await picker(page, 'What does it attack?').waitFor();
    await page.keyboard.type('Nobody has said this yet.');
    await page.keyboard.press('Enter');
    await hear(page, 'Now attacks: Nobody has said this yet');
    await ownClaims(page, 2);
    await eventually(async () => assert.equal((await marksIn(page, 'claim')).length > 0, true));

    await selectSentence(page);
    await page.keyboard.press('u');
    const steps = picker(page, 'Which step does it undercut?');
    await steps.waitFor();
    await page.keyboard.press('ArrowDown');
    const step = await steps.getByRole('option', { selected: true }).textContent();
    assert.match(step, /→/u, 'A step is named by its premises and its conclusion.');
    await page.keyboard.press('Enter');
    await hear(page, 'Now undercuts');
    await ownClaims(page, 3);
  });
});

test('at a claim its keys relate it, in the text they walk; the sheet tells both', async () => {
  await withDesk(
    async ({ page }) => {
      const toggle = page.locator('#card-c-lachin .card-toggle');
      await toggle.focus();
      await page.keyboard.press('s');
      const dialog = picker(page, 'What does it support?');
      await dialog.waitFor();
      const there = dialog.getByRole('option', { name: /Russia supported Armenia/u });
      await eventually(async () => assert.equal(await there.getAttribute('aria-disabled'), 'true'));
      await eventually(async () =>
        assert.match(await there.textContent(), /It supports that claim already/u),
      );
      await page.keyboard.type('Russia supported Armenia');
      await page.keyboard.press('Enter');
      await hear(page, 'It supports that claim already');
      await page.keyboard.press('Escape');
      await until(page, 'the card has the focus again', () =>
        document.activeElement.matches('#card-c-lachin .card-toggle'),
      );
      await page.locator('.paper-text').focus();
      await page.keyboard.press('s');
      await hear(page, 'Heading');
      await page.keyboard.press('?');
      const sheet = page.getByRole('dialog', { name: 'Keys' });
      await sheet.getByText(/^Supports …/u).waitFor();
      await sheet.getByText('Next heading', { exact: true }).waitFor();
    },
    { at: '?claim=c-lachin' },
  );
});

test('the card of a step takes scheme, answers, objections and another premise', async () => {
  await withDesk(
    async ({ page }) => {
      await page.locator('#card-c-lachin .card-toggle').focus();
      await page.keyboard.press('s');
      await picker(page, 'What does it support?').waitFor();
      await page.keyboard.type('The corridor mattered most.');
      await page.keyboard.press('Enter');
      await hear(page, 'Now supports: The corridor mattered most');
      await page.locator('#card-c-lachin').getByRole('button', { name: 'Open the step' }).last().click();
      const card = page.locator('step-card .card.open');
      await card.waitFor();
      await axe(page, { include: 'step-card' });

      await card.getByRole('combobox', { name: 'Scheme that the step follows' }).selectOption('Sign');
      const question = card.locator('step-question').first();
      await question.getByRole('combobox', { name: 'Answer' }).selectOption('Open');
      await question.getByRole('textbox', { name: 'Why' }).fill('Only one source says so.');
      await question.getByRole('button', { name: 'Raise as an objection' }).click();
      await page.keyboard.type('The corridor was never open.');
      await question.getByRole('button', { name: 'Raise', exact: true }).click();
      await hear(page, 'Objection raised');
      await question.getByRole('button', { name: /The corridor was never open/u }).waitFor();
      await axe(page, { include: 'step-card' });

      await card.getByRole('button', { name: 'Link a premise …' }).click();
      await picker(page, 'Which claim is a further premise?').waitFor();
      await page.keyboard.type('neutral war');
      await page.keyboard.press('Enter');
      await hear(page, 'Now a premise of the step');
      await card.getByText('Linked step').waitFor();
      await card.getByRole('button', { name: 'Unlink' }).last().click();
      await card.getByText('Premise, a reason by itself').waitFor();
      await question.getByRole('textbox', { name: 'Why' }).waitFor();
      await eventually(async () =>
        assert.equal(
          await question.getByRole('textbox', { name: 'Why' }).inputValue(),
          'Only one source says so.',
        ),
      );
    },
    { at: '?claim=c-lachin' },
  );
});

test('a step of the edition can be objected to, and not be changed', async () => {
  await withDesk(
    async ({ page }) => {
      await page.locator('#card-c-lachin').getByRole('button', { name: 'Open the step' }).first().click();
      const card = page.locator('step-card .card.open');
      await card.getByText('The edition’s reading').waitFor();
      await eventually(async () => assert.equal(await card.getByRole('combobox').count(), 0));
      await eventually(async () =>
        assert.equal(await card.getByRole('button', { name: 'Delete' }).count(), 0),
      );
      await card.getByRole('button', { name: 'Undercut by …' }).click();
      await picker(page, 'Which claim undercuts it?').waitFor();
      await page.keyboard.type('The text does not say so.');
      await page.keyboard.press('Enter');
      await hear(page, 'Now undercut by: The text does not say so');
      await card.getByRole('button', { name: 'Open the attack' }).click();
      const attack = page.locator('attack-card .card.open');
      await attack.locator('.card-kind', { hasText: 'Undercut' }).waitFor();
      await axe(page, { include: 'attack-card' });
      await attack.getByRole('textbox', { name: 'What the two disagree about' }).fill('What “second” means.');
      await attack
        .getByRole('combobox', { name: 'Preferred, where the two conflict' })
        .selectOption('The one that attacks');
      await attack.getByRole('button', { name: 'Delete' }).click();
      await hear(page, 'Attack deleted');
    },
    { at: '?claim=c-lachin' },
  );
});
