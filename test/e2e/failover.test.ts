import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { type ActiveState, activeStateKey, parseActiveState } from '../../src/records/active-state-document.ts';
import type { RunResult } from '../../src/report/run-result.ts';
import { changesOf, failoverRefusals } from '../support/failover-refusals.ts';
import { ARC_NAME, CONTROLS, type FailoverRoom, openFailoverRoom, PRIMARY, STANDBY } from '../support/failover-room.ts';
import { linesOf, type Night, openNight } from '../support/night.ts';
import { runJson } from '../support/run-product.ts';

let room: FailoverRoom;
/** Where somebody works who has nothing but what a region keeps. */
let night: Night;

beforeAll(async () => {
  room = await openFailoverRoom();
  night = openNight(room.options.env);
});
afterAll(async () => {
  night[Symbol.dispose]();
  await room[Symbol.asyncDispose]();
});
beforeEach(() => room.cloud.clearCalls());
afterEach(() => {
  for (const region of [PRIMARY, 'us-west-2', 'eu-west-1']) room.cloud.restore(region);
});

const schema = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const NIGHT = 'When GitHub or us-east-1 is gone too';
const toStandby = ['--to', STANDBY, '--confirm', STANDBY] as const;

/** What a region keeps of who is active. */
async function keptIn(region: string, environment: string): Promise<ActiveState | undefined> {
  const { client, bucket } = await room.copyOf(region);
  const Key = activeStateKey({ application: 'shop', name: environment });
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: Key }));
  const { Body } = Contents.length === 0 ? {} : await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
  client.destroy();
  const text = await Body?.transformToString();
  return text === undefined ? undefined : parseActiveState(text, region);
}

describe('before anything is moved', () => failoverRefusals(() => room));

describe('before it is needed', () => {
  test('the plan and the report are as their schemas say', () => {
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema('dr-plan.schema.json'));
    expect([validate(room.plan), validate.errors]).toEqual([true, null]);
    expect(room.plan).toMatchObject({
      authority: { name: new URL(room.plan.probe?.url ?? '').hostname, servers: [{ host: '127.0.0.1' }] },
      targets: [{ endpoint: expect.stringContaining('/status') }, { endpoint: expect.stringContaining('/status') }],
      rtoMs: 3_600_000,
    });
    const report = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema('failover-report.schema.json'));
    expect([report(room.report()), report.errors]).toEqual([true, null]);
  });

  test('plan and program lie in every region, and the lines of the pages get and run them with next to nothing on the PATH', async () => {
    const { bundle, targets } = room.plan;
    const { PRODUCT_FILE } = process.env;
    if (PRODUCT_FILE !== undefined) {
      // Sources are never kept: the folder leads to them.
      const main = new URL(`../../${PRODUCT_FILE}`, import.meta.url);
      mkdirSync(join(night.folder, 'dist'));
      writeFileSync(join(night.folder, 'dist/index.js'), `import '${main}';`);
      writeFileSync(join(night.folder, 'dr-plan.json'), readFileSync(join(room.app.folder, 'dr-plan.json')));
      return expect(bundle).toBeUndefined();
    }
    const names = { APPLICATION: 'shop', ENVIRONMENT: 'prod', 'BUCKET/KEY': `BUCKET/${bundle?.key}`, REGION: STANDBY };
    for (const { bucket = '', region } of targets) {
      using other = openNight(room.options.env);
      const lines = linesOf('failover.md', NIGHT, { ...names, BUCKET: bucket }).map((line) =>
        line.replace(STANDBY, region),
      );
      expect(lines.map((line) => line.split(' ', 2).join(' '))).toEqual(['aws s3', 'aws s3', 'node dist/index.js']);
      const got = await other.run([...lines.slice(0, 2), 'node dist/index.js --version']);
      expect([got.exitCode, got.stderr]).toEqual([0, '']);
    }
    const BUCKET = targets.find(({ region }) => region === STANDBY)?.bucket ?? '';
    const rehearsed = await night.run(linesOf('failover.md', NIGHT, { ...names, BUCKET }));
    expect([rehearsed.exitCode, rehearsed.stdout]).toEqual([0, expect.stringContaining('NOTHING WAS MOVED')]);
    const [rehearsal = '', move] = linesOf('failover-runbook.md', 'Leave', names);
    const again = await night.run([rehearsal]);
    expect([again.exitCode, again.stdout]).toEqual([0, expect.stringContaining('NOTHING WAS MOVED')]);
    expect(move).toBe(rehearsal.replace('--dry-run', `--confirm ${STANDBY}`));
  });

  test('plan --failover finds the standby ready, and says so', async () => {
    const looked = await runJson(['plan', '--failover'], room.options);
    const [standby, ...others] = looked.result.readiness?.targets ?? [];
    expect(others).toEqual([]);
    expect(standby?.checks.filter(({ verdict }) => verdict === 'missing' || verdict === 'unknown')).toEqual([]);
    expect([looked.exitCode, looked.result.status, standby?.target]).toEqual([0, 'planned', STANDBY]);
    const looks = standby?.checks.filter(({ verdict }) => verdict === 'ready').map(({ subject }) => subject);
    expect(looks).toEqual(expect.arrayContaining(['plan', 'release', 'parameters', 'endpoint', 'quotas', 'mechanism']));
    expect(changesOf(room)).toEqual([]);
  });

  test('plan --failover says what is missing, and ends with 1', async () => {
    const { client, bucket, copy } = await room.copyOf(STANDBY);
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: copy.key }));
    const looked = await runJson(['plan', '--failover'], room.options);
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: copy.key, Body: copy.text }));
    client.destroy();
    const missing = looked.result.readiness?.targets[0]?.checks.filter(({ verdict }) => verdict === 'missing');
    expect([looked.exitCode, missing?.map(({ subject }) => subject)]).toEqual([1, ['plan']]);
    expect(missing?.[0]?.fix.join()).toContain('Deploy');
  });
});

describe('a primary that is lost together with us-east-1', () => {
  test('is left through the stop switch, from the plan alone: nothing there is asked', async () => {
    expect(room.plan).toMatchObject({ mechanism: { kind: 'stop-switch' }, release: { id: room.release } });
    await room.heartbeats.beat(PRIMARY);
    room.cloud.blackout(PRIMARY, 'hang');
    const [line = ''] = linesOf('failover.md');
    expect(line).toContain(` --to ${STANDBY} `);
    const moved = await night.run([`${line} --fence --output json`]);
    const { status, failover } = JSON.parse(moved.stdout) as RunResult;
    expect([moved.exitCode, status, failover?.outcome]).toEqual([0, 'succeeded', 'verified']);
    const folder = relative(room.app.folder, join(night.folder, 'failover-report'));
    const report = room.report(folder);
    expect(report).toMatchObject({ from: [PRIMARY], to: [STANDBY], reason: 'eu-west-1 does not answer', refused: [] });
    const { probe, authority } = room.plan;
    const others = report.ledger.filter(({ service }) => service === 'HTTP' || service === 'DNS');
    expect(others.map(({ service, endpoint }) => `${service} ${endpoint}`)).toEqual(
      expect.arrayContaining([
        `HTTP ${new URL(probe?.url ?? '').host}`,
        `DNS 127.0.0.1:${authority?.servers[0]?.port}`,
      ]),
    );
    const calls = report.ledger.filter((line) => !others.includes(line));
    expect(new Set(calls.map(({ region }) => region))).toEqual(new Set([STANDBY]));
    room.checkHashes(folder);
    // Only fencing asked it anything, after users were served; its silence is told, and nothing more.
    expect(report.fencing?.steps).toMatchObject([{ target: PRIMARY, result: 'unknown', detail: 'no answer in 5 s' }]);
    expect(room.signedIn(PRIMARY, Date.parse(report.timeline.T5))).toEqual([]);
    expect([report.rto.met, report.rpo.met]).toEqual([true, true]);
    expect(report.rpo).toMatchObject({ objectiveSeconds: 1_800, method: expect.stringContaining('heartbeat') });
    expect([report.rpo.heartbeats?.[0]?.from, report.rpo.boundSeconds]).toEqual([PRIMARY, expect.any(Number)]);
  });

  test('twice is once, also without the plan file, and says so', async () => {
    room.cloud.blackout(PRIMARY, 'hang');
    const again = await room.failover(...toStandby);
    expect([again.exitCode, again.result.status]).toEqual([0, 'no-change']);
    expect(room.signedIn(PRIMARY)).toEqual([]);
  });

  test('is left through routing controls, with two more endpoints of the cluster silent', async () => {
    for (const region of [PRIMARY, 'us-west-2', 'eu-west-1']) room.cloud.blackout(region, 'hang');
    const plan = room.writePlan('arc-plan.json', { ...room.arcPlan(), environment: 'arc' });
    const moved = await room.failover('--plan', plan, ...toStandby);
    expect([moved.exitCode, moved.result.failover?.outcome]).toEqual([0, 'verified']);
    const { source } = room.report();
    expect(source).toMatchObject({ name: ARC_NAME, settledSeconds: expect.any(Number) });
    expect(room.cloud.routingControls.state(CONTROLS[PRIMARY] ?? '')).toBe('Off');
    expect(room.cloud.routingControls.state(CONTROLS[STANDBY] ?? '')).toBe('On');
    expect(room.signedIn(PRIMARY)).toEqual([]);
  });

  test('is left against a safety rule only when that rule is named with the reason', async () => {
    const RULE = 'arn:aws:route53-recovery-control::111111111111:controlpanel/p/safetyrule/standby-stays-on';
    const { cloud } = room;
    const states = () => ([PRIMARY, STANDBY] as const).map((region) => cloud.routingControls.state(CONTROLS[region]));
    const before = states();
    cloud.routingControls.rule(RULE, [CONTROLS[STANDBY]], 1);
    const plan = room.writePlan('rule-plan.json', { ...room.arcPlan(), environment: 'rule' });
    const away = ['--plan', plan, '--to', PRIMARY, '--confirm', PRIMARY] as const;
    const refused = await room.failover(...away);
    expect(refused.exitCode).not.toBe(0);
    expect(refused.stdout).toContain(`the safety rule ${RULE} would not be met`);
    expect(refused.stdout).toContain('override-safety-rules');
    expect([before, states()]).toEqual([
      ['Off', 'On'],
      ['Off', 'On'],
    ]);
    const moved = await room.failover(...away, '--override-safety-rules', RULE);
    expect([moved.exitCode, moved.result.failover?.outcome, states()]).toEqual([0, 'verified', ['On', 'Off']]);
    const { reason, deviations } = room.report();
    expect([reason, deviations]).toEqual([
      'a test',
      expect.arrayContaining([`the safety rule ${RULE} was overridden`]),
    ]);
  });

  test('is left once by two processes that start at the same moment: traffic and state agree', async () => {
    const { cloud } = room;
    cloud.routingControls.clear();
    for (const arn of Object.values(CONTROLS)) cloud.routingControls.create(arn);
    const plan = room.writePlan('twice.json', { ...room.arcPlan(), environment: 'twice' });
    const ended = await Promise.all(
      ['twice-0', 'twice-1'].map((folder) => room.failover('--plan', plan, ...toStandby, '--report-folder', folder)),
    );
    // Who comes second does the same and ends with the same, or is kept out, or says that somebody else was faster.
    const won = ended.filter(({ exitCode }) => exitCode === 0);
    expect(won.length).toBeGreaterThan(0);
    for (const { exitCode, stdout } of ended.filter((run) => !won.includes(run))) {
      expect([1, 2]).toContain(exitCode);
      expect(stdout).toMatch(/failover-under-way|somebody else changed which targets are active/);
    }
    const states = ([PRIMARY, STANDBY] as const).map((region) => cloud.routingControls.state(CONTROLS[region]));
    expect(states).toEqual(['Off', 'On']);
    // Nothing is asked of the region that is left, so its copy does not know it yet.
    expect(await keptIn(PRIMARY, 'twice')).toBeUndefined();
    expect(await keptIn(STANDBY, 'twice')).toMatchObject({
      inactive: [PRIMARY],
      failover: { to: [STANDBY], done: true },
    });
  });

  test('is left through Region switch, started where it goes to', async () => {
    room.cloud.blackout(PRIMARY, 'hang');
    const plan = room.writePlan('switch-plan.json', { ...room.switchPlan(), environment: 'switch' });
    const moved = await room.failover('--plan', plan, ...toStandby);
    expect([moved.exitCode, moved.result.failover?.outcome, moved.result.failover?.mechanism]).toEqual([
      0,
      'verified',
      'region-switch',
    ]);
    const calls = room.cloud.calls.filter(({ service }) => service === 'arc-region-switch');
    expect(new Set(calls.map(({ action, region }) => `${action} ${region}`))).toEqual(
      new Set([`StartPlanExecution ${STANDBY}`, `GetPlanExecution ${STANDBY}`]),
    );
    expect(room.signedIn(PRIMARY)).toEqual([]);
  });
});

describe('a primary that is there again', () => {
  test('is fenced by the same command once it answers: its region learns its role, and its functions stop', async () => {
    const names = { [PRIMARY]: [room.output(PRIMARY, 'Function'), 'nobody'] };
    const plan = room.writePlan('fence.json', { fence: { functions: names } });
    const fenced = await room.failover('--plan', plan, ...toStandby);
    expect([fenced.exitCode, fenced.result.failover?.outcome]).toEqual([0, 'already-active']);
    const { fencing, ledger } = room.report();
    expect(fencing?.steps.map(({ result }) => result)).toEqual(['done', 'done', 'refused']);
    expect(new Set(fencing?.ledger.map(({ region }) => region))).toEqual(new Set([PRIMARY]));
    expect(ledger.filter(({ region }) => region === PRIMARY)).toEqual([]);
    expect((await room.cloud.fetch(room.output(PRIMARY, 'Url'))).status).toBe(429);
  });

  test('does not return before replication has caught up both ways', async () => {
    await Promise.all([PRIMARY, STANDBY].map((region) => room.heartbeats.beat(region, Date.now() - 7_200_000)));
    const back = await runJson(['failback', '--reason', 'over', '--confirm', PRIMARY, '--to', PRIMARY], room.options);
    expect([back.exitCode, back.stdout]).toEqual([2, expect.stringContaining(`from ${STANDBY} to ${PRIMARY} is 72`)]);
    expect(back.stdout).toContain(`from ${PRIMARY} to ${STANDBY} is 72`);
  });

  test('returns through gates, when it has the release of who serves', async () => {
    await Promise.all([PRIMARY, STANDBY].map((region) => room.heartbeats.beat(region)));
    const back = await runJson(['failback', '--reason', 'over', '--confirm', PRIMARY, '--to', PRIMARY], room.options);
    expect([back.exitCode, back.result.failover?.outcome, back.result.failover?.to]).toEqual([
      0,
      'verified',
      [PRIMARY, STANDBY],
    ]);
    expect(room.report().probes).toMatchObject({ byRegion: { [PRIMARY]: expect.any(Number) } });
    room.checkHashes('failover-report');
    expect((await room.cloud.fetch(room.output(PRIMARY, 'Url'))).status).toBe(200);
    const again = await runJson(['failback', '--reason', 'over', '--to', PRIMARY], room.options);
    expect([again.exitCode, again.result.status]).toEqual([0, 'no-change']);
  });
});
