/**
 * How long it takes from the start of the program to the call that moves traffic, with few targets and with twenty:
 * `npm run bench:failover`. Nobody asks meanwhile, and nothing is measured afterwards: every run is of an environment of its
 * own, without a probe. Twenty are held against the fewest that the same command can be given: two for `--to`, three for
 * `--from`, which leaves one of several that serve. They take turns, so that both see the same machine, and the ratio is the
 * median of those of the turns; the load stands beside the figures. Ends with 1 when a limit is passed.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { FailoverPlan } from '../../src/failover/plan.ts';
import { activeStateKey, parseActiveState } from '../../src/records/active-state-document.ts';
import { type FailoverRoom, openFailoverRoom, PRIMARY, STANDBY } from '../support/failover-room.ts';
import { MORE, type Twenty, twentyTargets } from './twenty.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const RUNS = Number(values.runs);
/** What is promised: the whole of it, and that twenty targets are no slower than the fewest, but for noise. */
const MOST_CALLS = 10;
const MOST_RATIO = 1.2;

interface Case {
  readonly name: string;
  /** Name of the case with the fewest targets that it is held against; absent: it is one. */
  readonly against?: string;
  readonly change: Partial<FailoverPlan>;
  readonly request: readonly [string, string];
  /** Not active from the start. */
  readonly resting?: readonly string[];
}

interface Phase {
  readonly name: string;
  /** Regions that hang. */
  readonly lost: readonly string[];
  /** The call that moves traffic. */
  readonly moves: RegExp;
  readonly mostMs: number;
  readonly cases: readonly Case[];
}

interface Measured {
  readonly ms: number;
  /** AWS calls up to and with the one that moves traffic, by action. */
  readonly calls: readonly string[];
  /** Survivors that remember it at the end, of how many. */
  readonly told: readonly [number, number];
}

const room = await openFailoverRoom(MORE);
const broken: string[] = [];
let runs = 0;
try {
  const twenty = await twentyTargets(room);
  for (const phase of phasesOf(room, twenty)) {
    for (const region of phase.lost) room.cloud.blackout(region, 'hang');
    await measure(phase, twenty);
    for (const region of phase.lost) room.cloud.restore(region);
  }
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(`load of the machine: ${load.join(', ')}`);
} finally {
  await room[Symbol.asyncDispose]();
}
for (const text of broken) console.log(`BROKEN: ${text}`);
process.exitCode = broken.length > 0 ? 1 : 0;

function phasesOf({ arcPlan }: FailoverRoom, { targets, controls }: Twenty): readonly Phase[] {
  const resting = targets.map(({ name }) => name).filter((name) => name !== PRIMARY);
  const there = ['--to', STANDBY] as const;
  const away = ['--from', PRIMARY] as const;
  const against = '2 targets, --to';
  const cases = [
    { name: against, change: {}, request: there },
    { name: '20 targets, --to', against, change: { targets }, request: there, resting },
    { name: '3 targets, --from', change: { targets: targets.slice(0, 3) }, request: away },
    { name: '20 targets, --from', against: '3 targets, --from', change: { targets }, request: away },
  ] as const;
  const arc = arcPlan();
  const wide = { ...arc, targets, mechanism: { ...arc.mechanism, controls } as FailoverPlan['mechanism'] };
  const clusters = [
    { name: against, change: arc, request: there },
    { name: '20 targets, --to', against, change: wide, request: there, resting },
  ] as const;
  const switched = { moves: /stop\//, cases };
  return [
    { name: 'healthy', lost: [], mostMs: 2_000, ...switched },
    { name: 'the primary and us-east-1 hang', lost: [PRIMARY], mostMs: 5_000, ...switched },
    {
      name: 'the primary, us-east-1 and two more endpoints of ARC hang',
      lost: [PRIMARY, 'us-west-2', 'eu-west-1'],
      moves: /UpdateRoutingControlStates/,
      mostMs: 5_000,
      cases: clusters,
    },
  ];
}

async function measure(phase: Phase, twenty: Twenty): Promise<void> {
  const { name, cases, mostMs } = phase;
  const measured = cases.map((): Measured[] => []);
  for (let run = 1; run <= RUNS; run += 1)
    for (const [index, one] of cases.entries()) measured[index]?.push(await once(one, phase, twenty));
  console.log(name);
  for (const [index, one] of cases.entries()) {
    const own = measured[index] ?? [];
    const ms = own.map((each) => each.ms).toSorted((a, b) => a - b);
    const most = own.map(({ calls }) => calls).toSorted((a, b) => b.length - a.length)[0] ?? [];
    const few = measured[cases.findIndex((other) => other.name === one.against)];
    const ratio = few && median(own.map((each, run) => each.ms / (few[run]?.ms ?? Number.NaN)));
    const [told, survivors] = own.map((each) => each.told).toSorted((a, b) => a[0] - b[0])[0] ?? [0, 0];
    const held = ratio === undefined ? '' : `${ratio.toFixed(2)} of ${one.against}; `;
    const seconds = [median(ms), ms[0] ?? 0, ms.at(-1) ?? 0].map((each) => (each / 1000).toFixed(2));
    console.log(
      `  ${one.name.padEnd(18)} ${seconds[0]} s (${seconds[1]} to ${seconds[2]}); ${held}${most.length} AWS calls: ${counted(most)}; kept by ${told} of ${survivors} survivors`,
    );
    const about = `${name}, ${one.name}`;
    if ((ms.at(-1) ?? 0) > mostMs) broken.push(`${about}: ${ms.at(-1)} ms, at most ${mostMs} are promised`);
    if (most.length > MOST_CALLS) broken.push(`${about}: ${most.length} calls, at most ${MOST_CALLS} are promised`);
    if (ratio !== undefined && ratio > MOST_RATIO)
      broken.push(`${about}: ${ratio.toFixed(2)} of ${one.against}, at most ${MOST_RATIO}`);
  }
}

async function once(
  { change, request, resting }: Case,
  { moves, lost }: Pick<Phase, 'moves' | 'lost'>,
  twenty: Twenty,
): Promise<Measured> {
  runs += 1;
  const environment = `bench-${runs}`;
  const key = activeStateKey({ application: room.plan.application, name: environment });
  const plan = room.writePlan('bench.json', { ...change, environment }, ['probe', 'replication']);
  const places = twenty.places.filter(({ name }) =>
    (change.targets ?? room.plan.targets).some((one) => one.name === name),
  );
  const survivors = places.filter(({ region }) => !lost.includes(region) && region !== PRIMARY);
  if (resting !== undefined) {
    const Body = JSON.stringify({ version: 1, serial: 1, inactive: resting });
    await Promise.all(
      survivors.map(({ client, bucket }) => client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body }))),
    );
  }
  room.cloud.clearCalls();
  const began = Date.now();
  const ended = await room.failover('--plan', plan, ...request, '--confirm', request[1]);
  if (ended.exitCode !== 4) throw new Error(`the failover ended with ${ended.exitCode}: ${ended.stdout.slice(-2_000)}`);
  const own = room.cloud.calls.filter(({ account }) => account !== '');
  const moved = own.find(
    ({ path, action, method }) => moves.test(`${path} ${action}`) && !['GET', 'DELETE'].includes(method),
  );
  if (moved === undefined) throw new Error('traffic was not moved');
  const before = own.filter(({ time }) => time <= moved.time).map(({ action }) => action);
  const kept = await Promise.all(
    survivors.map(async ({ client, bucket, name }) => {
      const stored = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key })).catch(() => undefined);
      const state = parseActiveState((await stored?.Body?.transformToString()) ?? '', name);
      return state?.failover?.done === true && state.inactive.includes(PRIMARY);
    }),
  );
  return { ms: moved.time - began, calls: before, told: [kept.filter(Boolean).length, survivors.length] };
}

function counted(actions: readonly string[]): string {
  const names = [...new Set(actions)];
  return names.map((name) => `${actions.filter((one) => one === name).length} ${name}`).join(', ');
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
