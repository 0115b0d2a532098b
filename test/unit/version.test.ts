import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { version } from '../../src/version.ts';

test('the version that is sent to AWS and shown is that of the package', () => {
  const file = join(import.meta.dirname, '../../package.json');
  expect(version).toBe((JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version);
});
