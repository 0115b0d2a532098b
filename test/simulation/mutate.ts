import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mutations } from './mutations.ts';

/**
 * Shows that the simulation can fail: puts one wrong line at a time into a copy of the source and runs the scenarios over
 * it. A mutation that nothing notices ends this with status 1.
 */
const root = resolve(import.meta.dirname, '../..');
/** `rollout` or `failover`: only the wrong lines of that; and only those with this text in their name. */
const { values } = parseArgs({ options: { core: { type: 'string' }, name: { type: 'string', default: '' } } });
const WHICH: Readonly<Record<string, readonly string[]>> = {
  paused: ['--core', 'rollout', '--paused'],
  drills: ['--core', 'failover', '--drills', '--from', '3'],
};
const SEEDS = ['--seeds', '1500', '--crashes', '6'];
/** One drill takes as long as three failovers. */
const DRILL_SEEDS = ['--seeds', '400', '--crashes', '4'];

function survives(folder: string, core: string, seed?: number): boolean {
  const which = WHICH[core] ?? ['--core', core];
  // Those take a second, and what broke them once is rare.
  const hard = ['failover', 'drills'].includes(core) && seed === undefined ? ['--hard'] : [];
  const most = core === 'drills' ? DRILL_SEEDS : SEEDS;
  // What broke a promise once did so in the world of its time.
  const once = [
    '--from',
    `${seed}`,
    '--seeds',
    '1',
    '--crashes',
    '0',
    ...(kindOf(core) === 'rollout' ? ['--steady'] : []),
  ];
  const seeds = seed === undefined ? most : once;
  const run = spawnSync(
    process.execPath,
    ['--no-warnings', 'test/simulation/main.ts', ...which, '--first', ...hard, ...seeds],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: 600_000,
    },
  );
  return run.status === 0;
}

/** Drills are a part of the failover core, pauses of that of rollouts. */
function kindOf(core: string | undefined): string {
  return core === 'drills' || core === 'failover' ? 'failover' : 'rollout';
}

const folder = mkdtempSync(join(tmpdir(), 'mutations-'));
try {
  for (const part of ['src', 'test/simulation', 'test/support', 'package.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  let survivors = survives(folder, values.core ?? 'both') ? 0 : 1;
  if (survivors > 0) console.log('the simulation fails without any mutation');
  const chosen = mutations.filter(
    ({ core, name }) => (values.core === undefined || kindOf(core) === values.core) && name.includes(values.name),
  );
  for (const { name, file, from, to, core = 'rollout', seed } of survivors > 0 ? [] : chosen) {
    const path = join(folder, 'src', file);
    const right = readFileSync(path, 'utf8');
    if (right.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
    writeFileSync(path, right.replace(from, to));
    const survived = survives(folder, core, seed);
    writeFileSync(path, right);
    if (survived) survivors += 1;
    console.log(`${survived ? 'SURVIVED' : 'caught  '}  ${name}`);
  }
  console.log(`${chosen.length} mutations, ${survivors} not caught`);
  process.exitCode = survivors === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
