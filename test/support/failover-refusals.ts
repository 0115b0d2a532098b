import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import { activeStateKey } from '../../src/records/active-state-document.ts';
import type { Refusal } from '../../src/report/run-result.ts';
import { until } from '../cloud/emulator/testing.ts';
import { type FailoverRoom, PRIMARY, STANDBY } from './failover-room.ts';

const toStandby = ['--to', STANDBY, '--confirm', STANDBY] as const;

/** Calls that change something, of somebody who signs. */
export const changesOf = ({ cloud }: Pick<FailoverRoom, 'cloud'>) =>
  cloud.calls.filter(({ action, account }) => account !== '' && /^(Put|Delete)/.test(action));

/** What a failover refuses, and a rehearsal: in a room in which nothing was moved yet. @param opened known once tests run */
export function failoverRefusals(opened: () => FailoverRoom): void {
  test.each([
    [
      'a region that is not in the plan',
      () => ['--plan', 'dr-plan.json', '--to', 'eu-north-1'],
      'unknown-target',
      STANDBY,
    ],
    [
      'a plan of another application',
      () => ['--plan', opened().writePlan('other.json', { application: 'orders' }), '--to', STANDBY],
      'failover-plan-other',
      'failover/shop/prod/dr-plan.json',
    ],
    [
      'a plan of another environment',
      () => ['--plan', 'dr-plan.json', '--to', STANDBY, '--environment', 'staging'],
      'failover-plan-other',
      'failover/shop/staging/dr-plan.json',
    ],
    [
      'a plan of a newer version',
      () => {
        opened().app.write(
          'newer.json',
          JSON.stringify({ ...opened().plan, schema: 2, bundle: { key: 'KEY', version: '9' } }),
        );
        return ['--plan', 'newer.json', '--to', STANDBY];
      },
      'failover-plan-newer',
      '/KEY - | tar xz',
    ],
  ])('it refuses %s', async (_, args, code, advice) => {
    const refused = await opened().failover(...args(), '--confirm', STANDBY);
    const { problems } = JSON.parse(refused.stdout) as Refusal;
    expect([refused.exitCode, problems.map((problem) => problem.code)]).toEqual([2, [code]]);
    expect(problems[0]?.fix.join()).toContain(advice);
    expect(opened().cloud.calls.filter(({ account }) => account !== '')).toEqual([]);
  });

  test('it refuses credentials that have expired, and says how to get others at night', async () => {
    const stop = opened().cloud.fault({ kind: 'expired' });
    const refused = await opened().failover('--plan', 'dr-plan.json', ...toStandby);
    stop();
    const { problems } = JSON.parse(refused.stdout) as Refusal;
    expect([refused.exitCode, problems.map(({ code }) => code)]).toEqual([2, ['expired-token']]);
    expect(problems[0]?.fix.join()).toContain(`aws sts get-session-token --region ${STANDBY}`);
    expect(changesOf(opened())).toEqual([]);
  });

  test('it refuses a confirmation that does not match', async () => {
    const refused = await opened().failover('--plan', 'dr-plan.json', '--to', STANDBY, '--confirm', PRIMARY);
    expect([refused.exitCode, refused.stdout]).toEqual([2, expect.stringContaining(`is not ${STANDBY}`)]);
    expect(changesOf(opened())).toEqual([]);
  });

  test('it refuses a plan that is damaged, and names a copy that is good', async () => {
    opened().app.write(
      'damaged.json',
      JSON.stringify({ ...opened().plan, application: 'shop', release: { id: 'other' } }),
    );
    const refused = await opened().failover('--plan', 'damaged.json', ...toStandby);
    const copy = /aws s3 cp s3:\/\/\S+\/sam-multi-region\/failover\/shop\/prod\/dr-plan\.json/;
    expect([refused.exitCode, refused.stdout]).toEqual([2, expect.stringMatching(copy)]);
  });

  test('it refuses a target that is not ready, and goes there all the same when it is forced', async () => {
    const targets = opened().plan.targets.map((target) => ({ ...target, endpoint: 'http://127.0.0.1:9/' }));
    const rehearsal = ['--plan', opened().writePlan('unfit.json', { targets }), '--to', STANDBY, '--dry-run'];
    const refused = await opened().failover(...rehearsal);
    expect([refused.exitCode, JSON.parse(refused.stdout)]).toMatchObject([
      2,
      { problems: [{ code: 'failover-not-ready' }] },
    ]);
    const forced = await opened().failover(...rehearsal, '--force');
    expect([forced.exitCode, forced.result.failover?.outcome]).toEqual([0, 'rehearsed']);
    expect(forced.result.failover?.deviations.join()).toContain(`${STANDBY} does not serve`);
  });

  test('it is kept out by another that is under way to somewhere else, and says whose; forced, it counts', async () => {
    const { client, bucket } = await opened().copyOf(STANDBY);
    const other = { id: '1', from: [STANDBY], to: [PRIMARY], mechanism: 'stop-switch', reason: 'other', done: false };
    const state = { version: 1, serial: 1, inactive: [], failover: { ...other, who: 'eve', at: new Date() } };
    const Key = activeStateKey({ application: 'shop', name: 'two' });
    await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: JSON.stringify(state) }));
    client.destroy();
    const targets = opened().plan.targets.map(({ endpoint: _, ...target }) => target);
    const rehearsal = [
      '--plan',
      opened().writePlan('two.json', { environment: 'two', targets }),
      '--to',
      STANDBY,
      '--dry-run',
    ];
    // A region that is slow to tell is not waited for: then nobody is known to be at work.
    const refused = await until(
      () => opened().failover(...rehearsal),
      ({ exitCode }) => exitCode !== 0,
    );
    const { problems } = JSON.parse(refused.stdout) as Refusal;
    expect([refused.exitCode, problems.map(({ code }) => code)]).toEqual([2, ['failover-under-way']]);
    expect(problems[0]?.message).toContain(`eve is moving traffic to ${PRIMARY}`);
    const forced = await opened().failover(...rehearsal, '--force');
    expect([forced.exitCode, forced.result.failover?.outcome]).toEqual([0, 'rehearsed']);
  });

  test('it shows in a rehearsal what it would do', async () => {
    const old = opened().writePlan('old.json', { compiledAt: '2026-01-01T00:00:00.000Z' });
    const shown = await opened().failover('--plan', old, '--dry-run', '--to', STANDBY);
    expect([shown.exitCode, shown.result.status, opened().report()]).toMatchObject([0, 'planned', { rehearsal: true }]);
    expect(shown.result.failover?.deviations.join()).toContain('the plan of 2026-01-01T00:00:00.000Z was used');
    expect(changesOf(opened())).toEqual([]);
  });
}
