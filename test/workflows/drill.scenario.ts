import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clientOptions, rootKeys } from '../cloud/test-clients.ts';
import { starter } from './support/repository.ts';
import { results, useWorkflows } from './support/room.ts';
import { startUsers, type Users } from './support/users.ts';

const room = useWorkflows();
const [PRIMARY, STANDBY] = ['eu-west-1', 'eu-central-1'];

let users: Users;
afterAll(async () => {
  await users[Symbol.asyncDispose]();
});
beforeAll(async () => {
  const { repository } = room;
  users = await startUsers(room.folder, PRIMARY);
  repository.write('multi-region.yml', users.configuration);
  repository.write('.github/workflows/deploy.yml', starter('deploy.yml'));
  // Nothing but a person brings the traffic of a command back: such a drill has to be told to go on all the same.
  repository.write('.github/workflows/drill.yml', `${starter('drill.yml')}      leave: true\n      hold: 2s\n`);
  repository.write('.github/workflows/readiness.yml', starter('readiness.yml'));
  repository.commit('first');
  expect(results(await room.run('deploy.yml'))).toEqual({ deploy: 'success' });
});

const dispatch = (inputs: Readonly<Record<string, string>>) => ({
  event: 'workflow_dispatch' as const,
  payload: { inputs: { to: STANDBY, reason: 'a test', ...inputs } },
});
/** What a drill writes besides the leases that keep others out meanwhile. */
const writes = () =>
  room.cloud.calls.filter(({ action, path }) => /^(Put|Delete)/.test(action) && !path.includes('/leases/'));

describe('a look every day', () => {
  const look = () => room.run('readiness.yml', { event: 'schedule', payload: { schedule: '41 5 * * *' } });

  test('is good while a region could take over, and changes nothing', async () => {
    const run = await look();
    expect([results(run), writes()]).toEqual([{ readiness: 'success' }, []]);
    expect(run.jobs['readiness']?.summary).toContain(STANDBY);
  });

  test('fails when a region could not, and says what is missing', async () => {
    const restore = await withoutPlan();
    const run = await look();
    await restore();
    expect(results(run)).toEqual({ readiness: 'failure' });
    expect(run.jobs['readiness']?.summary).toMatch(/no plan that can be used/);
  });
});

describe('a drill', () => {
  test('on a schedule looks whether every region could take over, and moves nothing', async () => {
    const run = await room.run('drill.yml', { event: 'schedule', payload: { schedule: '23 6 * * 1' } });
    expect([results(run), users.region()]).toEqual([{ drill: 'success' }, PRIMARY]);
    expect(run.jobs['drill']?.summary).toMatch(/readiness/i);
  });

  test('that moves traffic does not begin unconfirmed, and leaves nothing to be ended', async () => {
    const run = await room.run('drill.yml', dispatch({ kind: 'switchover' }));
    expect([results(run), users.region()]).toEqual([{ drill: 'failure', end: 'success' }, PRIMARY]);
    expect(writes()).toEqual([]);
  });

  test('moves traffic there and back, and keeps its report', async () => {
    const run = await room.run('drill.yml', dispatch({ kind: 'switchover', confirm: STANDBY }));
    expect([results(run), users.region()]).toEqual([{ drill: 'success' }, PRIMARY]);
    const folder = run.artifacts['drill-report orders prod 1'] ?? '';
    expect(JSON.parse(readFileSync(join(folder, 'drill-report.json'), 'utf8'))).toMatchObject({ outcome: 'passed' });
  });

  test('whose runner is lost while traffic is away is ended by the job that follows', async () => {
    let ended: Promise<void> | undefined;
    const run = await room.run('drill.yml', {
      ...dispatch({ kind: 'switchover', confirm: STANDBY }),
      env: { END_AT: 'SIGKILL away', NODE_OPTIONS: `--import ${join(import.meta.dirname, 'support/end-process.mjs')}` },
      // The lease of a dead runner lasts two minutes: they are over when somebody waits for it.
      onLine: (line) => {
        if (line.includes('is being worked on by')) ended ??= endLeases();
      },
    });
    await ended;
    // A drill that did not get to its end has not passed, wherever traffic is.
    expect([results(run), users.region()]).toEqual([{ drill: 'failure', end: 'failure' }, PRIMARY]);
    expect(run.jobs['end']?.summary).toContain('traffic is where it was');
  });
});

async function endLeases(): Promise<void> {
  for (const region of [PRIMARY, STANDBY]) {
    const client = new S3Client({
      ...clientOptions(room.cloud, region, rootKeys('111111111111')),
      forcePathStyle: true,
    });
    const { Buckets = [] } = await client.send(new ListBucketsCommand({ BucketRegion: region }));
    for (const { Name: Bucket } of Buckets)
      await client
        .send(new DeleteObjectCommand({ Bucket, Key: 'sam-multi-region/leases/orders/prod.json' }))
        .catch(() => {});
    client.destroy();
  }
}

/** Takes the copy of the failover plan away that the standby keeps. @returns puts it back */
async function withoutPlan(): Promise<() => Promise<void>> {
  const client = new S3Client({
    ...clientOptions(room.cloud, STANDBY, rootKeys('111111111111')),
    forcePathStyle: true,
  });
  const Key = 'sam-multi-region/failover/orders/prod/dr-plan.json';
  const { Buckets = [] } = await client.send(new ListBucketsCommand({ BucketRegion: STANDBY }));
  for (const { Name: Bucket } of Buckets) {
    const found = await client.send(new GetObjectCommand({ Bucket, Key })).catch(() => undefined);
    const Body = await found?.Body?.transformToString();
    if (Body === undefined) continue;
    await client.send(new DeleteObjectCommand({ Bucket, Key }));
    return async () => {
      await client.send(new PutObjectCommand({ Bucket, Key, Body }));
      client.destroy();
    };
  }
  throw new Error(`no bucket in ${STANDBY} has ${Key}`);
}
