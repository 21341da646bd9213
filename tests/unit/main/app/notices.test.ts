import { expect, it } from 'vitest';
import { noticeList } from '#main/app/notices.ts';

it('lets one go for good as soon as it is over, whatever comes after that', () => {
  let isOver = false;
  const notices = noticeList(
    () => 'a',
    () => undefined,
  );
  notices.renew({ code: 'notStopped', params: {} }, () => isOver);
  expect(notices.all()).toHaveLength(1);
  isOver = true;
  expect(notices.all()).toEqual([]);
  isOver = false;
  expect(notices.all()).toEqual([]);
  notices.renew({ code: 'notStopped', params: {} }, () => true);
  expect(notices.all()).toHaveLength(1);
});

it('dismisses the notice that was seen, whatever has come and gone before it since, also one that says the same', () => {
  let ids = 0;
  const notices = noticeList(
    () => `n${String(++ids)}`,
    () => undefined,
  );
  notices.during('registerUnreadable', true);
  const failed = (folder: string) => ({ code: 'backupFailed', params: { folder } }) as const;
  notices.add([failed('/stik'), failed('/lain'), failed('/stik')]);
  const [gone, first, other, last] = notices.all();
  notices.during('registerUnreadable', false);
  notices.dismiss(last?.id ?? '');
  expect(notices.all()).toEqual([first, other]);
  notices.during('registerUnreadable', true);
  notices.dismiss(first?.id ?? '');
  expect(notices.all()).toMatchObject([other, { code: 'registerUnreadable' }]);
  // What was pressed in an old picture is no notice that came in its place.
  for (const id of [gone?.id, first?.id]) notices.dismiss(id ?? '');
  expect(notices.all()).toHaveLength(2);
});
