import type { Page } from '@playwright/test';
import type { Meeting } from '#core/model/meeting.ts';
import { itemTitle, orderedItems } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { openRoom } from '../../support/build-meeting.ts';
import { expect, test } from '../../support/desk-page.ts';

/** Answers take longer than a hand needs from one key to the next. */
const LATENCY = 90;
const FAST = 30;

/** What a rakor has come to, without its times and identifiers. */
const outcome = (meeting: Meeting) => ({
  items: orderedItems(meeting).map((item) => ({
    title: itemTitle(meeting, item) || item.kind,
    status: item.status,
    added: item.turn.added,
    did: item.turn.ledger.map(({ what }) => what),
    notes: item.noteIds.length,
  })),
  notes: allNotes(meeting).map(({ author, kind, visibility, text }) => ({ author, kind, visibility, text })),
  screen: [meeting.blank, meeting.screen.layout, meeting.screen.liveTyping],
});

/** A whole rakor by keys; `hold` presses one again and again. */
async function rakor(desk: Page, press: (key: string, times?: number) => Promise<void>): Promise<void> {
  await press('Alt+g');
  await press('ArrowDown', 2);
  await press('Alt+ArrowDown', 4);
  await press('Alt+ArrowUp');
  await press('Alt+n');
  await press('Alt+Home');
  await press('F8');
  await press('F7', 5);
  await press('Shift+F7', 2);
  for (const text of ['Satu', 'Dua', 'Tiga']) {
    await press('Alt+1');
    await press('Alt+a');
    for (const letter of text) await press(letter);
    await press('Enter');
  }
  await press('F9');
  await press('F8');
  await press('F6', 3);
  await press('Control+8', 2);
  await press('Control+3');
  await press('F8', 3);
  await press('F4');
  await press('F9');
  await press('F8');
  await press('Alt+z', 2);
  await press('Alt+y');
  await expect(desk.getByText('Semua tersimpan')).toBeVisible();
}

test('a whole rakor by keys that are pressed fast ends as one that is pressed slowly', async ({ openDesk }) => {
  test.setTimeout(300_000);
  const outcomes: ReturnType<typeof outcome>[] = [];
  for (const isFast of [false, true]) {
    const { desk, double } = await openDesk(openRoom().meeting(), { latency: isFast ? LATENCY : 0 });
    /** Nothing is on its way, and nothing waits in the page. */
    const settle = async (): Promise<void> => {
      let sent = -1;
      while (sent !== double.sent.length + double.asked.length) {
        sent = double.sent.length + double.asked.length;
        await desk.evaluate(() => new Promise((resolve) => setTimeout(resolve, 40)));
      }
    };
    await rakor(desk, async (key, times = 1) => {
      for (let n = 0; n < times; n += 1) {
        await desk.keyboard.press(key);
        if (isFast) await desk.waitForTimeout(FAST);
        else await settle();
      }
    });
    const came = (): ReturnType<typeof outcome> => outcome(double.view().meeting ?? openRoom().meeting());
    // What is still on its way comes, however slow the machine is; and nothing after it.
    if (isFast) await expect.poll(came).toEqual(outcomes[0]);
    await settle();
    outcomes.push(came());
  }
  expect(outcomes[1]).toEqual(outcomes[0]);
});
