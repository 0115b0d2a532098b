/**
 * How long it takes from the start of the program to the call that moves traffic: `npm run bench:failover`. Nobody asks
 * meanwhile, and nothing is measured afterwards: every run is of an environment of its own, without a probe. Ends with 1 when
 * a limit is passed; the load of the machine stands beside the figures.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { FailoverPlan } from '../../src/failover/plan.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { type FailoverRoom, openFailoverRoom, PRIMARY, STANDBY } from '../support/failover-room.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const MORE = [
  ...[
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'ca-central-1',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'eu-north-1',
    'eu-south-1',
  ],
  ...[
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-east-1',
  ],
  ...['sa-east-1', 'me-south-1'],
];

interface Measured {
  readonly ms: number;
  /** AWS calls up to and with the one that moves traffic. */
  readonly calls: number;
}

const room = await openFailoverRoom(MORE);
const broken: string[] = [];
let runs = 0;
try {
  const two = await series('healthy, two targets', {}, ['--to', STANDBY], /stop\//);
  limit('healthy', two, 2_000, 10);
  lose(PRIMARY);
  limit('primary hangs', await series('the primary and us-east-1 hang', {}, ['--to', STANDBY], /stop\//), 5_000, 10);
  for (const region of ['us-west-2', 'eu-west-1']) lose(region);
  const arc = await series(
    'the primary, us-east-1 and two more endpoints of ARC hang',
    room.arcPlan(),
    ['--to', STANDBY],
    /UpdateRoutingControlStates/,
  );
  limit('endpoints hang', arc, 5_000, 10);
  for (const region of [PRIMARY, 'us-west-2', 'eu-west-1']) room.cloud.restore(region);
  const targets = await twenty(room);
  const many = await series('healthy, 20 targets', { targets }, ['--from', PRIMARY], /stop\//);
  limit('20 targets', many, 2_000);
  lose(PRIMARY);
  limit(
    '20 targets, primary hangs',
    await series('20 targets, the primary hangs', { targets }, ['--from', PRIMARY], /stop\//),
    5_000,
  );
  console.log(
    `load of the machine: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}`,
  );
} finally {
  await room[Symbol.asyncDispose]();
}
for (const text of broken) console.log(`BROKEN: ${text}`);
process.exitCode = broken.length > 0 ? 1 : 0;

function lose(region: string): void {
  room.cloud.blackout(region, 'hang');
}

async function series(
  name: string,
  change: Partial<FailoverPlan>,
  request: readonly string[],
  moves: RegExp,
): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (let run = 1; run <= Number(values.runs); run += 1) measured.push(await once(change, request, moves));
  const sorted = measured.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const calls = Math.max(...measured.map((one) => one.calls));
  console.log(`${name}: median ${middle(sorted)} ms, from ${sorted[0]} to ${sorted.at(-1)} ms; ${calls} AWS calls`);
  return measured;
}

async function once(change: Partial<FailoverPlan>, request: readonly string[], moves: RegExp): Promise<Measured> {
  runs += 1;
  const plan = room.writePlan('bench.json', { ...change, environment: `bench-${runs}` }, ['probe', 'replication']);
  room.cloud.clearCalls();
  const began = Date.now();
  const ended = await room.failover('--plan', plan, ...request, '--confirm', request[1] ?? '');
  if (ended.exitCode !== 4) throw new Error(`the failover ended with ${ended.exitCode}: ${ended.stdout.slice(-2_000)}`);
  const own = room.cloud.calls.filter(({ account }) => account !== '');
  const moved = own.find(
    ({ path, action, method }) => moves.test(`${path} ${action}`) && !['GET', 'DELETE'].includes(method),
  );
  if (moved === undefined) throw new Error('traffic was not moved');
  return { ms: moved.time - began, calls: own.filter(({ time }) => time <= moved.time).length };
}

function limit(name: string, measured: readonly Measured[], ms: number, calls = Number.POSITIVE_INFINITY): void {
  const slowest = Math.max(...measured.map((one) => one.ms));
  const most = Math.max(...measured.map((one) => one.calls));
  if (slowest > ms) broken.push(`${name}: ${slowest} ms, at most ${ms} are promised`);
  if (most > calls) broken.push(`${name}: ${most} calls, at most ${calls} are promised`);
}

function middle(sorted: readonly number[]): number | undefined {
  return sorted[Math.floor(sorted.length / 2)];
}

/** The targets of the plan and 18 more, each with a bucket. */
async function twenty({ cloud, plan }: FailoverRoom): Promise<FailoverPlan['targets']> {
  // Who is there answers at its endpoint, and the standby answers for all of them.
  const standby = plan.targets.find(({ region }) => region === STANDBY);
  if (standby === undefined) throw new Error('the plan has no standby');
  const more = await Promise.all(
    MORE.map(async (region) => {
      const bucket = `bench-${region}`;
      const client = new S3Client({ ...clientOptions(cloud, region), forcePathStyle: true });
      const CreateBucketConfiguration = { LocationConstraint: region as 'eu-west-1' };
      await client.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration }));
      client.destroy();
      return { ...standby, name: region, region, bucket };
    }),
  );
  return [...plan.targets, ...more];
}
