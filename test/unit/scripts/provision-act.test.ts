import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { provisionAct } from '../../../scripts/provision-act.ts';

const { GO } = process.env;
afterEach(() => {
  if (GO === undefined) delete process.env['GO'];
  else process.env['GO'] = GO;
});

test('without Go it is said what is missing and how to get it, and nothing is left', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'act-'));
  process.env['GO'] = '/nowhere/go';
  await expect(provisionAct(join(folder, 'act'))).rejects.toMatchObject({
    code: 'go-missing',
    message: expect.stringContaining('/nowhere/go was not found'),
    fix: [expect.stringContaining('https://go.dev/doc/install')],
  });
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
