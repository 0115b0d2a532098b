import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnProcess } from '../src/process/spawn.ts';
import type { Cloud } from '../test/cloud/index.ts';
import { ACCOUNT } from './application.ts';
import type { Command } from './contenders.ts';
import type { Run } from './model.ts';

export interface Bench {
  readonly cloud: Cloud;
  readonly python: string;
  /** Temporary, outside the repository. */
  readonly folder: string;
  readonly path: string;
  readonly say: (line: string) => void;
}

export type Measured = Omit<Run, 'contender' | 'kind' | 'speed' | 'regions'> & {
  /** Milliseconds from the start of the process to its first call. */
  readonly firstCallMs?: number;
};

/** No run of any contender takes longer. */
const LONGEST_MS = 15 * 60_000;

/** Runs one command against the local AWS, with its time, memory and calls. */
export async function measure(command: Command, bench: Bench): Promise<Measured> {
  const { cloud, folder } = bench;
  const result = join(folder, 'measured.json');
  await rm(result, { force: true });
  cloud.clearCalls();
  const wrapper = join(import.meta.dirname, 'measure.py');
  const { tail } = await spawnProcess(bench.python, [wrapper, result, ...command.args], {
    cwd: folder,
    env: { ...cloud.env(ACCOUNT), PATH: bench.path, ...command.env },
    signal: AbortSignal.timeout(LONGEST_MS),
    tailLines: 30,
  });
  const calls = [...cloud.calls];
  const used: Record<string, number> = JSON.parse(await readFile(result, 'utf8').catch(() => '{"exitCode": 124}'));
  const number = (name: string): number => used[name] ?? Number.NaN;
  const first = calls[0];
  return {
    wallSeconds: number('wallSeconds'),
    cpuSeconds: number('cpuSeconds'),
    treePeakBytes: number('treePeakBytes'),
    ownPeakBytes: number('ownPeakBytes'),
    exitCode: number('exitCode'),
    calls: countBy(calls, ({ service }) => service),
    callsByRegion: countBy(calls, ({ region }) => region || 'no region'),
    ...(first !== undefined && { firstCallMs: first.time - number('startedAt') }),
    ...(number('exitCode') !== 0 && { problem: tail.slice(-12).join('\n') }),
  };
}

export function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[middle - 1];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}
