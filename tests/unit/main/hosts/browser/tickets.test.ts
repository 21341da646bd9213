import { describe, expect, it } from 'vitest';
import { mono } from '#core/time/units.ts';
import { cookieOf, requestTarget } from '#main/hosts/browser/request-target.ts';
import { isSameSecret, secret } from '#main/hosts/browser/secrets.ts';
import { tickets } from '#main/hosts/browser/tickets.ts';

describe('a ticket', () => {
  it('is good once, for its audience, and for a short time', () => {
    const open = tickets();
    const [desk, projector, late] = [
      open.issue('desk', mono(0)),
      open.issue('projector', mono(0)),
      open.issue('desk', mono(0)),
    ];
    expect(open.redeem(desk, mono(60_000))).toBe('desk');
    expect(open.redeem(desk, mono(60_001))).toBeNull();
    expect(open.redeem(projector, mono(120_000))).toBe('projector');
    expect(open.redeem(late, mono(120_001))).toBeNull();
    expect(open.redeem('', mono(0))).toBeNull();
  });

  it('cannot be guessed', () => {
    expect(secret()).toMatch(/^[\w-]{32}$/);
    expect(secret()).not.toBe(secret());
  });
});

describe('what a stranger gives', () => {
  it('is compared with a secret whatever it is', () => {
    expect(isSameSecret('a'.repeat(32), 'a'.repeat(32))).toBe(true);
    for (const given of ['', 'é'.repeat(32), 'a'.repeat(31), '\u{1f600}', '\ud800']) {
      expect(isSameSecret(given, 'a'.repeat(32))).toBe(false);
    }
  });

  it('is a target only as a plain path of ours', () => {
    expect(requestTarget('/socket?token=%c3%a9&x=%zz')).toMatchObject({ path: '/socket' });
    expect(requestTarget('/socket?token=%c3%a9')?.query.get('token')).toBe('é');
    for (const raw of [undefined, '', '//', '//x', '*', 'http://a/', 'a:1', '/é', '/ x', '/\0', '?', '[']) {
      expect(requestTarget(raw)).toBeNull();
    }
  });

  it('is read as cookies, or not', () => {
    expect(cookieOf('a=1; ekspose-desk-5=x=y ;b', 'ekspose-desk-5')).toBe('x=y');
    for (const header of [undefined, '', ';;=;', 'ekspose-desk-50=x', 'b']) {
      expect(cookieOf(header, 'ekspose-desk-5')).toBeNull();
    }
  });
});
