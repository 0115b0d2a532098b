import { expect, test } from '@jest/globals';
import { nodeProblem } from '../../../src/process/node-version.ts';

test.each(['24.0.0', '25.1.0', '100.0.0', process.versions.node])('Node %s runs it', (version) => {
  expect(nodeProblem(version)).toBeUndefined();
});

test.each(['20.20.2', '22.12.0', '9.0.0'])('Node %s is refused with what to do', (version) => {
  expect(nodeProblem(version)).toMatch(/needs Node 24 or newer, and this is Node .*install it/);
});
