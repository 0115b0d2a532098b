import { expect, test } from '@jest/globals';
import type { ScheduledCall, Schedules } from '../../../src/aws/traffic-ports.ts';
import { createRoute53Driver } from '../../../src/traffic/route53.ts';
import { createFakeRoute53, weighted } from '../../support/fake-route53.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { SETTINGS, signal } from './route53-driver.ts';

function later(label = 'orders/prod') {
  const made: ScheduledCall[] = [];
  const schedules: Schedules = {
    region: 'us-east-1',
    create: async (call) => void made.push(call),
    delete: async () => true,
  };
  const alias = { zoneId: 'Z2', name: 'b.example.net', evaluateTargetHealth: true };
  const { ttl: _, values: __, ...bare } = weighted('frankfurt', 90);
  const driver = createRoute53Driver({
    settings: SETTINGS,
    configured: { 'eu-west-1': 100, 'eu-central-1': 100 },
    route53: createFakeRoute53({ sets: [weighted('ireland', 10), { ...bare, alias }] }),
    clock: createVirtualClock(),
    who: 'me',
    later: { schedules, role: 'reverter', label },
  });
  return { driver, made };
}

test('what is scheduled deletes every set as it was read and creates it anew, in the words of a universal target', async () => {
  const { driver, made } = later();
  const state = await driver.read(signal);
  await driver.later?.schedule('name', 5, { 'eu-west-1': 0, 'eu-central-1': 90 }, state);
  expect(made).toMatchObject([
    { name: 'name', at: 5, role: 'reverter', service: 'route53', action: 'changeResourceRecordSets' },
  ]);
  const base = { Name: 'api.example.com', Type: 'CNAME' };
  const ireland = { ...base, SetIdentifier: 'ireland', Ttl: 30, ResourceRecords: [{ Value: 'ireland.example.net' }] };
  const target = { HostedZoneId: 'Z2', DnsName: 'b.example.net', EvaluateTargetHealth: true };
  const frankfurt = { ...base, SetIdentifier: 'frankfurt', Weight: 90, AliasTarget: target };
  expect(JSON.parse(made[0]?.input ?? '')).toEqual({
    HostedZoneId: 'Z1',
    ChangeBatch: {
      Comment: 'sam-multi-region: scheduled by me',
      Changes: [
        { Action: 'DELETE', ResourceRecordSet: { ...ireland, Weight: 10 } },
        { Action: 'CREATE', ResourceRecordSet: { ...ireland, Weight: 0 } },
        { Action: 'DELETE', ResourceRecordSet: frankfurt },
        { Action: 'CREATE', ResourceRecordSet: frankfurt },
      ],
    },
  });
});

test('names of schedules tell applications and rollouts apart, and are such as AWS takes', () => {
  const long = 'an application with a very long name and ünicode';
  const names = [`${long}/prod`, `${long}/production`].map((label) => later(label).driver.later?.nameOf(12) ?? '');
  for (const name of names) expect(name).toMatch(/^sam-multi-region\.[0-9a-zA-Z_.-]{1,47}$/);
  expect(new Set([...names, later(`${long}/prod`).driver.later?.nameOf(13)]).size).toBe(3);
});

test('what a drill schedules is refused unless the weights are those that it sets itself, and not without health checks', async () => {
  const { driver, made } = later();
  const state = await driver.read(signal);
  const away = { 'eu-west-1': 0, 'eu-central-1': 90 };
  await driver.later?.schedule('name', 5, state.weights, state, away);
  const { ChangeBatch } = JSON.parse(made[0]?.input ?? '') as {
    readonly ChangeBatch: { readonly Changes: readonly { readonly ResourceRecordSet: { readonly Weight: number } }[] };
  };
  expect(ChangeBatch.Changes.map(({ ResourceRecordSet: { Weight } }) => Weight)).toEqual([0, 10, 90, 90]);
  expect(driver.later?.unguarded(state)).toEqual(['eu-west-1', 'eu-central-1']);
});
