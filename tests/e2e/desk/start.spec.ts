import { instant } from '#core/time/units.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { axeFaults } from '../support/axe.ts';

const idDesk = WORDS.id.desk;

test('the start screen with a rakor to go on with is accessible', async ({ openDesk }) => {
  const { desk, double } = await openDesk(null);
  double.change((view) => {
    view.meetings = [
      {
        id: 'm1',
        title: 'Rapat Koordinasi SKPD',
        date: '2021-05-17',
        status: 'open',
        sample: false,
        rehearsal: false,
        interrupted: true,
        agencies: 41,
        done: 12,
        notes: 30,
        openFollowUps: 4,
        changedAt: instant(0),
        health: 'sound',
      },
    ];
  });
  await expect(desk.getByRole('heading', { name: idDesk.start.interrupted })).toBeVisible();
  await expect(desk.getByRole('button', { name: new RegExp(`^${idDesk.start.resume}`) })).toBeVisible();
  await expect(desk.getByRole('button', { name: idDesk.start.create })).toBeVisible();
  expect(await axeFaults(desk)).toEqual([]);
});
