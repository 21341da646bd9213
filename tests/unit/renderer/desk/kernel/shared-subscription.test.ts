import { expect, it } from 'vitest';
import { sharedSubscription } from '#renderer/desk/kernel/shared-subscription.ts';

it('runs from the first listener to the last, and starts anew after that', () => {
  const log: string[] = [];
  let tell: () => void = () => undefined;
  const subscribe = sharedSubscription((all) => {
    log.push('begins');
    tell = all;
    return () => void log.push('ends');
  });
  const [endOne, endOther] = ['one', 'other'].map((name) => subscribe(() => void log.push(name)));
  tell();
  endOne?.();
  tell();
  endOther?.();
  tell();
  expect(log).toEqual(['begins', 'one', 'other', 'other', 'ends']);
  subscribe(() => undefined);
  expect(log.at(-1)).toBe('begins');
});

it('tells all that listened, also when one of them ends its listening meanwhile', () => {
  const heard: string[] = [];
  let tell: () => void = () => undefined;
  const subscribe = sharedSubscription((all) => {
    tell = all;
    return () => undefined;
  });
  const end = subscribe(() => {
    heard.push('one');
    end();
  });
  subscribe(() => void heard.push('other'));
  tell();
  expect(heard).toEqual(['one', 'other']);
});
