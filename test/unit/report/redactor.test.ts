import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor } from '../../../src/report/redactor.ts';

const secret = 'p4ss"w\\rd/+ü &x';

describe('createRedactor', () => {
  test('hides a secret wherever it stands in a text', () => {
    const redactor = createRedactor();
    redactor.add('hunter22');
    expect(redactor.redact('hunter22 and hunter22hunter22.')).toBe('*** and ******.');
  });

  test.each([
    ['as it is', secret],
    ['inside JSON', JSON.stringify({ value: secret })],
    ['inside JSON inside JSON', JSON.stringify(JSON.stringify({ value: secret }))],
    ['in a URL', `https://x/?p=${encodeURIComponent(secret)}`],
    [
      'in a URL with small letters',
      `https://x/?p=${encodeURIComponent(secret).replace(/%../g, (sign) => sign.toLowerCase())}`,
    ],
    ['in a form', new URLSearchParams({ p: secret.replace("'", '') }).toString()],
    ['in base64', Buffer.from(secret).toString('base64')],
    ['in base64url', Buffer.from(secret).toString('base64url')],
  ])('hides a secret %s', (_, text) => {
    const redactor = createRedactor();
    redactor.add(secret);
    expect(redactor.redact(text)).toContain('***');
    expect(redactor.redact(text)).not.toContain('p4ss');
    expect(redactor.redact(text)).not.toContain(Buffer.from('w\\rd').toString('base64').slice(0, 4));
  });

  test.each([0, 1, 2])('hides a secret inside a longer base64 text, shifted by %i bytes', (shift) => {
    const redactor = createRedactor();
    redactor.add('a-long-secret-value');
    const encoded = Buffer.from(`${'u'.repeat(shift)}a-long-secret-value:tail`).toString('base64');
    expect(redactor.redact(encoded)).toContain('***');
    expect(Buffer.from(redactor.redact(encoded).replace('***', ''), 'base64').toString()).not.toContain('secret');
  });

  test('hides each line of a multi-line secret', () => {
    const redactor = createRedactor();
    redactor.add('-----BEGIN KEY-----\nMIIEvQIBADANBg\n}\n-----END KEY-----');
    expect(redactor.redact('> MIIEvQIBADANBg <\n}')).toBe('> *** <\n}');
  });

  test('hides a secret that was read with its line end and is printed without', () => {
    const redactor = createRedactor();
    redactor.add('hunter2\n');
    expect(redactor.redact('> hunter2 <')).toBe('> *** <');
  });

  test('refuses values too short to hide and tells a new value once', () => {
    const told: string[] = [];
    const redactor = createRedactor({ onAdd: (value) => told.push(value) });
    expect([
      redactor.add('on'),
      redactor.add('   x  '),
      redactor.add('long enough'),
      redactor.add('long enough'),
    ]).toEqual([false, false, true, true]);
    expect(told).toEqual(['long enough']);
    expect(redactor.redact('on and on')).toBe('on and on');
  });

  test('leaves no part of overlapping secrets', () => {
    const redactor = createRedactor();
    redactor.add('abcdef');
    redactor.add('defghi');
    expect(redactor.redact('1abcdefghi2')).toBe('1***2');
    redactor.add('0123456789');
    redactor.add('3456');
    expect(redactor.redact('<0123456789>')).toBe('<***>');
  });

  test('no registered secret survives in any text', () => {
    const word = fc.string({ minLength: 4, maxLength: 12, unit: fc.constantFrom('a', 'b', 'c', 'd', ':', '"', 'é') });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.array(fc.string({ maxLength: 6 })),
        (secrets, filler) => {
          const redactor = createRedactor();
          const added = secrets.filter((value) => redactor.add(value));
          const text = secrets.map((value, index) => value + (filler[index] ?? '')).join('');
          const shown = redactor.redact(text);
          for (const value of added) expect(shown).not.toContain(value);
        },
      ),
    );
  });
});
