import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { provision } from '../../scripts/provision.ts';
import { startEmulator } from './emulator/process.ts';

const run = promisify(execFile);
const LAUNCHER = path.join(import.meta.dirname, 'emulator', 'launcher.py');

test('the patches fit the pinned version of the emulator: every private name that they use is there', async () => {
  const { python } = await provision('emulator');
  const { stdout } = await run(python, [LAUNCHER, '--names']);
  const { version, names } = JSON.parse(stdout);
  expect(version).toBe('1.5.33');
  expect(names).toContain('ministack.services.cloudformation.stacks._roll_back_operation');
  expect(names.length).toBeGreaterThan(50);
});

test('a private name that is gone ends the launcher with the name', async () => {
  const { python } = await provision('emulator');
  const program = [
    `import sys; sys.path.insert(0, ${JSON.stringify(path.dirname(LAUNCHER))})`,
    'from ministack.services.cloudformation import stacks; del stacks._topological_sort',
    'from ministack.services.cloudformation import engine; del engine._evaluate_conditions',
    'from patches import apply_all; apply_all()',
  ];
  await expect(run(python, ['-c', program.join('\n')])).rejects.toThrow(
    'ministack.services.cloudformation.engine._evaluate_conditions is gone from ministack',
  );
});

test('starts on 127.0.0.1 only and leaves neither process nor files', async () => {
  const emulator = await startEmulator();
  const files = (await emulator.control('where', {})) as { tmp: string; listening: readonly string[] };
  expect(files.listening).toEqual([emulator.url.replace('http://', '')]);
  expect(existsSync(files.tmp)).toBe(true);
  await emulator.stop();
  expect(() => process.kill(emulator.pid, 0)).toThrow('ESRCH');
  expect(existsSync(files.tmp)).toBe(false);
});

test('refuses a folder inside an ES module package, where Node functions would not run', async () => {
  const folder = await mkdtemp(path.join(import.meta.dirname, 'tmp-'));
  try {
    await expect(startEmulator({ tmp: folder })).rejects.toThrow('ES module package');
  } finally {
    await rm(folder, { recursive: true });
  }
});
