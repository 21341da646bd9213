import { expect, it } from 'vitest';
import { type MovedState, movedRelation } from '#core/archive/moved-states.ts';

/** A state with something private in it, and one without. */
const secret = (name: string): MovedState => ({ full: `${name} all`, public: name });
const open = (name: string): MovedState => ({ full: name, public: name });
const there = (hash: string, isFull: boolean, ...past: MovedState[]) => ({ hash, isFull, past });

const CASES = [
  ['what is not here is new', 'new', null, there('a', true)],
  ['the same content is the same', 'same', { now: open('a'), past: [] }, there('a', true)],
  ['without its private part it is the same', 'same', { now: secret('a'), past: [] }, there('a', false)],
  ['a full backup without the private part is another', 'differs', { now: secret('a'), past: [] }, there('a', true)],
  ['a state that was here is an earlier one', 'earlier', { now: open('b'), past: [open('a')] }, there('a', true)],
  ['a state that left here is an earlier one', 'earlier', { now: open('b'), past: [secret('a')] }, there('a', false)],
  ['what went on from here is later', 'later', { now: open('a'), past: [] }, there('b', true, open('a'))],
  ['and from what left here', 'later', { now: open('a'), past: [] }, there('b', true, secret('a'))],
  ['not if it would lose what is private', 'differs', { now: secret('a'), past: [] }, there('b', true, open('a'))],
  ['what both have changed differs', 'differs', { now: open('c'), past: [open('a')] }, there('b', true, open('a'))],
] as const;

it.each(CASES)('%s', (_what, relation, here, other) => expect(movedRelation(here, other)).toBe(relation));
