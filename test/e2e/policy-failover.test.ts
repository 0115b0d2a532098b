import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { GetScheduleCommand, ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FailoverPlan } from '../../src/failover/plan.ts';
import { parsePlan } from '../../src/failover/plan-document.ts';
import type { Refusal, RunResult } from '../../src/report/run-result.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { consumersIn, consumerTemplate, queueIn } from '../support/consumer-app.ts';
import { keepPlanAs } from '../support/kept-plan.ts';
import { plainApp } from '../support/plain-app.ts';
import { type Expected, openPolicyRoom, type PolicyRoom } from '../support/policy-room.ts';
import { createZone, NAME, weightedRecord } from '../support/traffic-app.ts';

const [PRIMARY, STANDBY] = ['eu-west-1', 'eu-central-1'] as const;
const SIGNALS = 'shop-signals';
const PLACES = [PRIMARY, STANDBY].map((region) => ({ account: '111111111111', region }));
const config = `application: shop
stacks: { api: { template: template.yaml, stack-name: shop } }
environments:
  prod:
    targets:
      ${PRIMARY}: { account: "111111111111" }
      ${STANDBY}: { account: "111111111111" }
    failover:
      mechanism: stop-switch
      signals:
        ${PRIMARY}: { in: ${STANDBY}, bucket: ${SIGNALS}-${STANDBY}, key: stop/${PRIMARY} }
        ${STANDBY}: { in: ${PRIMARY}, bucket: ${SIGNALS}-${PRIMARY}, key: stop/${STANDBY} }
      consumers: { where: one-active, tag: runs-where-active=yes }
      graceful:
        quiesce: { lambda: shop-switch }
        resume: { lambda: shop-switch }
        caught-up: { command: test ! -e behind, timeout: 1s }
`;
/** The same with traffic that can be shifted. */
const weighted = config
  .replaceAll('{ account: "111111111111" }', '{ account: "111111111111", weight: 100 }')
  .concat(`    traffic: { driver: route53, zone: example.com, name: ${NAME}, settle: 0s }\n`);
const drillConfig = `${config}      drill: { hold: 0s, revert-role: reverter, inject: { command: "true", revert: "true" } }
`;
const ON = { WorkerQueue: true, Hourly: true, Orders: true, Nightly: true, Unmarked: true };
const OFF = { WorkerQueue: false, Hourly: false, Orders: false, Nightly: false, Unmarked: true };
/** No probe is configured: nobody knows what users see. */
const NOT_MEASURED = 4;

let room: PolicyRoom<'deploy' | 'failover' | 'failback' | 'shift' | 'drill'>;
let plan: FailoverPlan;

beforeAll(async () => {
  room = await openPolicyRoom(plainApp(consumerTemplate(1)), PLACES, {
    deploy: { command: 'deploy', config },
    failover: { command: 'failover', config },
    failback: { command: 'failback', config: `${config}      backlog: { queues: [mails], wait: 2m }\n` },
    shift: { command: 'shift', config: weighted },
    drill: { command: 'drill', config: drillConfig },
  });
  for (const region of [PRIMARY, STANDBY]) {
    const s3 = new S3Client({ ...clientOptions(room.cloud, region), forcePathStyle: true });
    const place = { LocationConstraint: region };
    await s3.send(new CreateBucketCommand({ Bucket: `${SIGNALS}-${region}`, CreateBucketConfiguration: place }));
    s3.destroy();
  }
});
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

const consumers = async () => [await consumersIn(room.cloud, PRIMARY), await consumersIn(room.cloud, STANDBY)];
const called = (region: string) =>
  room.cloud.calls
    .filter((call) => call.region === region && ['lambda', 'events', 'scheduler'].includes(call.service))
    .map(({ action }) => action);

async function deploy(): Promise<void> {
  await room.scenario('deploy', ['--yes', '--output', 'json', '--dr-plan-file', 'dr-plan.json']);
  plan = parsePlan(readFileSync(join(room.app.folder, 'dr-plan.json'), 'utf8'), 'dr-plan.json');
}

async function move(
  command: 'failover' | 'failback',
  to: string,
  args: readonly string[] = [],
  { lost, ...expected }: Expected & { readonly lost?: string } = {},
): Promise<RunResult> {
  await keepPlanAs(`only-${command}`, plan, room.cloud);
  if (lost !== undefined) room.cloud.blackout(lost, 'hang');
  const given = ['--to', to, '--confirm', to, '--reason', 'a test', '--output', 'json', ...args];
  try {
    const { stdout } = await room.scenario(command, given, { exitCode: NOT_MEASURED, ...expected });
    return JSON.parse(stdout) as RunResult;
  } finally {
    if (lost !== undefined) room.cloud.restore(lost);
  }
}

test('a deployment turns consumers off that a target must not run, and compiles where they are', async () => {
  await deploy();
  expect(await consumers()).toEqual([ON, OFF]);
  expect(plan.consumers).toMatchObject({
    where: 'one-active',
    targets: {
      [PRIMARY]: expect.arrayContaining([
        { kind: 'mapping', id: expect.stringMatching(/^[0-9a-f-]{36}$/), resource: 'api/WorkerQueue' },
        { kind: 'rule', id: expect.stringContaining('Orders'), group: 'main-bus', resource: 'api/Orders' },
        { kind: 'schedule', id: expect.stringContaining('Nightly'), resource: 'api/Nightly' },
      ]),
      [STANDBY]: expect.arrayContaining([expect.objectContaining({ resource: 'api/Hourly' })]),
    },
  });
  expect(plan.consumers?.targets[STANDBY]).toHaveLength(4);
});

test('a failover from a lost region starts them where it goes, and asks nothing of the region that is lost', async () => {
  const { failover } = await move('failover', STANDBY, [], { lost: PRIMARY });
  expect(called(PRIMARY)).toEqual([]);
  expect(called(STANDBY).filter((action) => /^(List|Describe(?!Rule))/.test(action))).toEqual([]);
  expect(await consumers()).toEqual([ON, ON]);
  expect([failover?.outcome, failover?.refused, failover?.timeline.T7]).toEqual([
    'not-measured',
    [],
    expect.stringMatching(/^\d{4}-/),
  ]);
});

test('a schedule is all that it was but its state', async () => {
  const scheduler = new SchedulerClient(clientOptions(room.cloud, STANDBY));
  const { Schedules = [] } = await scheduler.send(new ListSchedulesCommand({}));
  const found = await scheduler.send(new GetScheduleCommand({ Name: Schedules[0]?.Name }));
  scheduler.destroy();
  expect(found).toMatchObject({
    State: 'ENABLED',
    ScheduleExpression: 'cron(0 3 * * ? *)',
    ScheduleExpressionTimezone: 'Europe/Berlin',
    Target: { Input: '{"night":true}' },
  });
});

test('a deployment to the region that was left turns off what still runs there, though the template says on', async () => {
  room.app.write('template.yaml', consumerTemplate(2));
  const run = await room.scenario('deploy', ['--yes']);
  expect(called(STANDBY).filter((action) => /^(Update|Enable|Disable)/.test(action))).toEqual([]);
  expect(await consumers()).toEqual([OFF, ON]);
  expect(run.stdout + run.stderr).toMatch(/api\/WorkerQueue.* stopped, because eu-west-1 runs none/);
});

test('a graceful failover may ask everybody: it takes away the signal that stopped where it goes', async () => {
  await move('failover', PRIMARY, ['--graceful']);
  expect(room.called()).toContain('DeleteObject');
  expect(await consumers()).toEqual([ON, OFF]);
});

test('a graceful failover that does not get through its preparation is undone', async () => {
  room.app.write('behind', '');
  const { failure } = await move('failover', STANDBY, ['--graceful'], { exitCode: 1 });
  expect(failure).toContain('nothing was moved, everything is as it was');
  expect(await consumers()).toEqual([ON, OFF]);
  expect(called(PRIMARY).filter((action) => action === 'Invoke')).toHaveLength(2);
});

test('a graceful failover stops writes and consumers, then starts consumers, then moves traffic', async () => {
  room.app.write('template.yaml', consumerTemplate(2));
  rmSync(join(room.app.folder, 'behind'));
  await move('failover', STANDBY, ['--graceful']);
  expect(await consumers()).toEqual([OFF, ON]);
  const order = room.cloud.calls
    .filter(
      ({ action, path }) =>
        /^(Invoke|Update(Event|Schedule)|EnableRule|DisableRule)/.test(action) ||
        (action === 'PutObject' && path.includes('/stop/')),
    )
    .map(({ region, action }) => `${region} ${action.replace(/^(Update|Enable|Disable).*/, 'switch')}`);
  expect(order).toEqual([
    `${PRIMARY} Invoke`,
    ...Array(4).fill(`${PRIMARY} switch`),
    ...Array(4).fill(`${STANDBY} switch`),
    // The graceful move out of there had stopped its writes.
    `${STANDBY} Invoke`,
    `${STANDBY} PutObject`,
  ]);
});

test('a failback moves nothing while a queue of the region that returns is not worked off', async () => {
  const mails = await queueIn(room.cloud, PRIMARY, 'mails');
  await mails.send('late');
  const refused = await move('failback', PRIMARY, ['--dry-run'], { exitCode: 2 });
  const [problem] = (refused as unknown as Refusal).problems;
  expect([problem?.code, problem?.message]).toEqual([
    'failback-backlog',
    expect.stringContaining(`the queue mails in ${PRIMARY} has 1 message, and 0 are allowed`),
  ]);
  await mails.purge();
  expect(await consumers()).toEqual([OFF, ON]);
});

test('a failback resumes writes, and stops consumers on one side before it starts them on the other', async () => {
  const waiting = await queueIn(room.cloud, PRIMARY);
  await waiting.send('order 1');
  await move('failback', PRIMARY);
  // Its consumer was stopped when it was sent.
  expect(await waiting.messages()).toBe(0);
  expect(called(PRIMARY)).toContain('Invoke');
  const switched = room.cloud.calls.filter(({ action }) =>
    /^(Update(Event|Schedule)|EnableRule|DisableRule)/.test(action),
  );
  expect(switched.map(({ region }) => region)).toEqual([...Array(4).fill(STANDBY), ...Array(4).fill(PRIMARY)]);
  expect(await consumers()).toEqual([ON, OFF]);
  expect(await room.unneeded('failover')).toEqual([]);
  // What puts the stop signal back where a failback fails.
  expect(await room.unneeded('failback')).toEqual(['StopSignals: s3:PutObject']);
});

test('a drill goes there and back, also while an outage is played, and tells AWS how to bring traffic back meanwhile', async () => {
  const Principal = { Service: 'scheduler.amazonaws.com' };
  const trust = { Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] };
  await room.cloud.createRole('111111111111', 'reverter', { trust });
  await keepPlanAs('only-drill', plan, room.cloud);
  const missing = /no health check of Route 53 looks at/;
  await room.scenario('drill', ['--kind', 'readiness', '--to', STANDBY], { exitCode: 1, shows: missing });
  const moving = ['--to', STANDBY, '--confirm', STANDBY];
  await room.scenario('drill', ['--kind', 'switchover', ...moving], { exitCode: NOT_MEASURED });
  expect(room.called()).toEqual(expect.arrayContaining(['CreateSchedule', 'DeleteSchedule', 'PutObject']));
  await room.scenario('drill', ['--kind', 'outage', ...moving], { exitCode: NOT_MEASURED });
  expect(await consumers()).toEqual([ON, OFF]);
  // What readiness looks at is proven with `plan --failover`; it reads the whole bucket, and so the records too.
  const needless = (await room.unneeded('drill')).filter((part) => !part.startsWith('Readiness'));
  expect(needless).toEqual(['Records: s3:GetObject']);
});

test('who makes a target inactive by hand moves its consumers too', async () => {
  const zone = await createZone(room.cloud);
  const records = [PRIMARY, STANDBY].map((region) => weightedRecord(region, 100, `${region}.example.net`));
  await zone.change('CREATE', ...records);
  zone.close();
  await room.scenario('shift', ['--yes', '--weights', `${PRIMARY}=0`, '--deactivate', PRIMARY]);
  expect(await consumers()).toEqual([OFF, ON]);
  const needless = (await room.unneeded('shift')).filter((part) => /^(Consumers|Rules|Schedule)/.test(part));
  expect(needless).toEqual([]);
});
