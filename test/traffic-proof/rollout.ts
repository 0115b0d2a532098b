import type { TimedEvent } from '../../src/report/events.ts';
import type { RunResult } from '../../src/report/run-result.ts';
import { type RunOptions, runCli } from '../support/run-product.ts';

/** One deployment, with what it said while it ran. Times are milliseconds since the epoch. */
export interface Rollout {
  readonly exitCode: number;
  readonly stderr: string;
  readonly events: readonly TimedEvent[];
  readonly result: RunResult | undefined;
  readonly startedAt: number;
  readonly endedAt: number;
}

export async function deploy(options: Omit<RunOptions, 'withSam'>): Promise<Rollout> {
  const startedAt = Date.now();
  const run = await runCli(['deploy', '--yes', '--output', 'jsonl'], { ...options, withSam: false });
  const events = run.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as TimedEvent);
  const finished = events.find((event) => event.type === 'run.finished');
  const { exitCode, stderr } = run;
  return { exitCode, stderr, events, result: finished?.result, startedAt, endedAt: Date.now() };
}

type Kind = TimedEvent['type'];

export function eventsOf<T extends Kind>({ events }: Rollout, type: T): readonly Extract<TimedEvent, { type: T }>[] {
  return events.filter((event): event is Extract<TimedEvent, { type: T }> => event.type === type);
}

export function timeOf({ at }: { readonly at: string }): number {
  return Date.parse(at);
}
