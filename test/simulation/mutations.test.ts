import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { mutations } from './mutations.ts';

test.each(mutations)('the line that "$name" makes wrong is in the sources once', ({ file, from }) => {
  const source = readFileSync(join(import.meta.dirname, '../../src', file), 'utf8');
  expect(source.split(from)).toHaveLength(2);
});
