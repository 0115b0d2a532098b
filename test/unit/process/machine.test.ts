import { spawn } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { isProcessGone, machineOf } from '../../../src/process/machine.ts';
import type { Spawn } from '../../../src/process/spawn.ts';

const noSpawn: Spawn = () => Promise.reject(new Error('nothing is started here'));
const ports = { env: {}, cwd: '/', spawn: noSpawn, platform: 'linux' as const };
const sysctl =
  (line: string, exitCode = 0): Spawn =>
  async () => ({ exitCode, tail: [line], aborted: false });

test('a machine is not named where its name would prove nothing: in CI and on systems that do not tell', async () => {
  expect(await machineOf({ ...ports, env: { CI: 'true' } })).toBeUndefined();
  expect(await machineOf({ ...ports, platform: 'win32' })).toBeUndefined();
  expect(await machineOf({ ...ports, platform: 'darwin', spawn: sysctl('unknown oid', 1) })).toBeUndefined();
  expect(await machineOf({ ...ports, platform: 'darwin' })).toBeUndefined();
});

test('two boots have two names, one boot has one', async () => {
  const boot = (id: string) => machineOf({ ...ports, platform: 'darwin', spawn: sysctl(id) });
  const [first, again, later] = await Promise.all([
    boot('2E6D2D4C-58E3-4BD1-9B53-0D8A3F1E9A11'),
    boot('2E6D2D4C-58E3-4BD1-9B53-0D8A3F1E9A11'),
    boot('77777777-58E3-4BD1-9B53-0D8A3F1E9A11'),
  ]);
  expect(first).toMatch(/^[0-9a-f]{24}$/);
  expect([again === first, later === first]).toEqual([true, false]);
});

(process.platform === 'linux' ? test : test.skip)('Linux tells without a program', async () => {
  expect(await machineOf(ports)).toMatch(/^[0-9a-f]{24}$/);
});

test('a process is gone once it has ended and its parent knows', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)']);
  await new Promise((resolve) => child.once('spawn', resolve));
  const id = child.pid ?? 0;
  expect([isProcessGone(process.pid), isProcessGone(id)]).toEqual([false, false]);
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await closed;
  expect(isProcessGone(id)).toBe(true);
});
