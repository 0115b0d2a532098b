import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { writeFiles } from '../../../../src/commands/failover/reporting.ts';
import type { RunEvent } from '../../../../src/report/events.ts';

const run = promisify(execFile);
let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'smr-report-'));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

test('the list of hashes beside a report is one that sha256sum checks, and it sees a change', async () => {
  const events: RunEvent[] = [];
  const context = { cwd, writeFile, report: (event: RunEvent) => void events.push(event) };
  await writeFiles('.', { 'report.md': '# ünïcode → ✓\n', 'report.json': '{}\n', 'probes.csv': '' }, context);

  const list = await readFile(join(cwd, 'SHA256SUMS'), 'utf8');
  expect(list.split('\n').map((line) => line.slice(66))).toEqual(['probes.csv', 'report.json', 'report.md', '']);
  await run('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd });

  await writeFile(join(cwd, 'report.json'), '{"changed":true}\n');
  await expect(run('sha256sum', ['--check', 'SHA256SUMS'], { cwd })).rejects.toMatchObject({
    stdout: expect.stringContaining('report.json: FAILED'),
  });
  expect(events).toEqual([expect.objectContaining({ level: 'info' })]);
});
