import { expect, it } from 'vitest';
import { ArchiveUnavailable } from '#renderer/desk/kernel/archive/archive-store.ts';
import { asking } from '#renderer/desk/kernel/archive/asking.ts';

/** An asker, and an archive that answers when it is told to. */
function desk() {
  const waiting: { query: string; answer(value: string | null): Promise<void>; fail(error: Error): Promise<void> }[] =
    [];
  const answers: [string, string | null][] = [];
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  const own = asking<string, string | null>(
    (query) =>
      new Promise((resolve, reject) => {
        waiting.push({
          query,
          answer(value) {
            resolve(value);
            return settled();
          },
          fail(error) {
            reject(error);
            return settled();
          },
        });
      }),
    (to, answer) => answers.push([to, answer]),
  );
  const end = own.listen();
  const want = (text: string): void => own.want({ text, query: text });
  return { ...own, want, end, waiting, answers };
}

it('takes nothing known for an answer: an agency that no document knows', async () => {
  const { want, waiting, answers } = desk();
  want('gone');
  await waiting[0]?.answer(null);
  expect(answers).toEqual([['gone', null]]);
});

it('asks the same question once, and of those asked meanwhile only the last', async () => {
  const { want, waiting, answers } = desk();
  for (const text of ['j', 'j', 'je', 'jem']) want(text);
  expect(waiting.map(({ query }) => query)).toEqual(['j']);
  await waiting[0]?.answer('1');
  await waiting[1]?.answer('2');
  want('jem');
  expect(waiting.map(({ query }) => query)).toEqual(['j', 'jem']);
  expect(answers).toEqual([
    ['j', '1'],
    ['jem', '2'],
  ]);
});

it('goes on after a question that was not answered', async () => {
  const { want, waiting, answers } = desk();
  want('a');
  await waiting[0]?.fail(new ArchiveUnavailable());
  expect(answers).toEqual([]);
  want('b');
  await waiting[1]?.answer('1');
  expect(answers).toEqual([['b', '1']]);
});

it('tells nobody who has left', async () => {
  const { want, waiting, answers, end } = desk();
  want('a');
  want('b');
  end();
  await waiting[0]?.answer('1');
  expect([answers, waiting.length]).toEqual([[], 1]);
});

it('asks again what was answered while nobody listened', async () => {
  const { want, waiting, answers, end, listen } = desk();
  want('a');
  end();
  await waiting[0]?.answer('1');
  listen();
  want('a');
  await waiting[1]?.answer('2');
  expect(answers).toEqual([['a', '2']]);
});
