import { describe, expect, it } from 'vitest';
import { answerOrder } from '#renderer/desk/exports/answer-order.ts';

describe('answers that come late', () => {
  it('are shown though the same was requested again since, and are replaced by the newer one', () => {
    const order = answerOrder();
    const [one, two] = [order.ask('notula'), order.ask('notula')];
    expect(order.take(one)).toBe('until newer');
    expect(order.take(two)).toBe('last');
  });

  it('never replace one that was requested later', () => {
    const order = answerOrder();
    const [one, two, three] = [order.ask('notula'), order.ask('notula'), order.ask('notula')];
    expect(order.take(two)).toBe('until newer');
    expect(order.take(one)).toBe('overtaken');
    expect(order.take(three)).toBe('last');
  });

  it('are not shown where something else is wanted by now, however quick they are', () => {
    const order = answerOrder();
    const [notula, sheet] = [order.ask('notula'), order.ask('sheet')];
    expect(order.take(notula)).toBe('overtaken');
    expect(order.take(sheet)).toBe('last');
  });
});
