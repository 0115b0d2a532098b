import { describe, expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import type { RegionSwitch, SwitchExecution } from '../../../src/aws/region-switch-port.ts';
import { createRegionSwitchMechanism, type RegionSwitchPorts } from '../../../src/failover/mechanisms/region-switch.ts';
import type { Move } from '../../../src/failover/move.ts';
import { createRegionSwitchPlane, type SwitchPlan } from '../../cloud/endpoint/region-switch.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const ARN = 'arn:aws:arc-region-switch::111111111111:plan/shop:abc123';
const REGIONS = { west: 'eu-west-1', central: 'eu-central-1' } as const;
const away: Move = { active: ['central'], inactive: ['west'], leaving: ['west'] };
const back: Move = { active: ['west', 'central'], inactive: [], leaving: [], returning: 'west' };
const signal = new AbortController().signal;

/** What happens to the calls of an action, in their order: `lost` is done and not answered, `late` is never answered. */
type Fate = 'lost' | 'late' | 'down' | 'answered';

/** The mechanism on the data plane of the local AWS, in virtual time. */
function room(change: Partial<SwitchPlan> = {}, ports: Partial<RegionSwitchPorts> = {}) {
  const clock = createVirtualClock();
  const plane = createRegionSwitchPlane(() => clock.now());
  const steps = ['scale', 'dns'];
  plane.create({
    arn: ARN,
    regions: ['eu-west-1', 'eu-central-1'],
    approach: 'activePassive',
    steps,
    stepMs: 5_000,
    ...change,
  });
  const calls: string[] = [];
  const notes: string[] = [];
  const fates: Record<string, Fate[]> = {};

  const inRegion = (region: string): RegionSwitch => {
    async function call<T>(action: string, input: object, limit: AbortSignal): Promise<T> {
      calls.push(`${action} in ${region}`);
      const fate = fates[action]?.shift() ?? 'answered';
      const facts = { service: 'ARCRegionSwitch', action, region };
      if (fate === 'down') throw new AwsError({ ...facts, kind: 'unreachable', code: 'ECONNRESET', message: 'cut' });
      const answer: { readonly code?: string; readonly message?: string } =
        fate === 'late' ? {} : plane.call(action, { ...input }, region);
      if (fate !== 'answered')
        return new Promise((_, reject) => limit.addEventListener('abort', () => reject(limit.reason)));
      const { code, message = '' } = answer;
      if (code !== undefined) throw new AwsError({ ...facts, kind: 'invalid', code, message });
      return answer as T;
    }
    const told = (item: Record<string, unknown>): SwitchExecution => ({
      id: String(item['executionId']),
      state: String(item['executionState']),
      action: item['executionAction'] as 'activate',
      region: String(item['executionRegion']),
      steps: (item['stepStates'] as SwitchExecution['steps'] | undefined) ?? [],
    });
    return {
      start: async ({ plan, region: targetRegion, token, ...rest }, limit) =>
        (
          await call<{ executionId: string }>(
            'StartPlanExecution',
            { planArn: plan, targetRegion, clientToken: token, ...rest },
            limit,
          )
        ).executionId,
      execution: async (plan, executionId, limit) =>
        told(await call('GetPlanExecution', { planArn: plan, executionId }, limit)),
      executions: async (plan, limit) =>
        (await call<{ items: Record<string, unknown>[] }>('ListPlanExecutions', { planArn: plan }, limit)).items.map(
          told,
        ),
    };
  };
  const mechanism = (more: Partial<RegionSwitchPorts> = {}) =>
    createRegionSwitchMechanism({
      plan: ARN,
      approach: 'active-passive',
      regionOf: (target) => REGIONS[target as keyof typeof REGIONS],
      switchOf: (target) => inRegion(REGIONS[target as keyof typeof REGIONS]),
      reason: 'lost',
      run: 'run-1',
      mode: 'ungraceful',
      note: (text) => notes.push(text),
      clock,
      ...ports,
      ...more,
    });
  const states = () => [plane.state(`${ARN}#eu-west-1`), plane.state(`${ARN}#eu-central-1`)];
  return { clock, plane, mechanism, calls, notes, fates, states };
}

describe('Region switch', () => {
  test('is started in the region that takes over, and followed to its end', async () => {
    const world = room();
    expect(await world.mechanism().apply(away, signal)).toEqual([]);
    expect(new Set(world.calls)).toEqual(
      new Set(['StartPlanExecution in eu-central-1', 'GetPlanExecution in eu-central-1']),
    );
    expect(world.states()).toEqual(['Off', 'On']);
  });

  test('takes the region out that is left, where both serve', async () => {
    const world = room({ approach: 'activeActive' });
    await world.mechanism({ approach: 'active-active' }).apply(away, signal);
    expect([world.calls[0], world.states()]).toEqual(['StartPlanExecution in eu-central-1', ['Off', 'On']]);
    await world.mechanism({ approach: 'active-active', run: 'run-2' }).apply(back, signal);
    expect(world.states()).toEqual(['On', 'On']);
  });

  test('brings a region back by activating it there', async () => {
    const world = room();
    await world.mechanism().apply(away, signal);
    world.calls.length = 0;
    await world.mechanism({ run: 'run-2' }).apply(back, signal);
    expect([world.calls[0], world.states()]).toEqual(['StartPlanExecution in eu-west-1', ['On', 'Off']]);
  });

  test('starts once though the answer is lost', async () => {
    const world = room();
    world.fates['StartPlanExecution'] = ['lost', 'down'];
    expect(await world.mechanism().apply(away, signal)).toEqual([]);
    expect(world.plane.call('ListPlanExecutions', { planArn: ARN }, 'eu-central-1')).toMatchObject({ items: [{}] });
  });

  test('goes on with an execution of a run that died, and refuses to stand against another one', async () => {
    const world = room({ stepMs: 20_000 });
    world.plane.call(
      'StartPlanExecution',
      { planArn: ARN, action: 'activate', targetRegion: 'eu-central-1' },
      'eu-central-1',
    );
    expect(await world.mechanism().apply(away, signal)).toEqual([
      expect.stringMatching(/goes on with the execution \S+, which runs/),
    ]);
    world.plane.call(
      'StartPlanExecution',
      { planArn: ARN, action: 'activate', targetRegion: 'eu-west-1' },
      'eu-west-1',
    );
    await expect(world.mechanism({ run: 'run-3' }).apply(away, signal)).rejects.toMatchObject({
      code: 'region-switch-other',
      fix: [expect.stringContaining('cancel-plan-execution --region eu-central-1'), expect.any(String)],
    });
  });

  test('tells of a step that failed, and of an approval that is waited for', async () => {
    const failed = room({ stuck: { step: 'dns', as: 'pausedByFailedStep' } });
    await expect(failed.mechanism().apply(away, signal)).rejects.toThrow(/is paused: dns/);
    const waiting = room({ stuck: { step: 'scale', as: 'pendingManualApproval' } });
    const stop = new AbortController();
    waiting.clock.at(waiting.clock.now() + 60_000, () => stop.abort(new Error('enough')));
    await expect(waiting.mechanism().apply(away, stop.signal)).rejects.toThrow('enough');
    expect(waiting.notes).toEqual([expect.stringContaining('waits for an approval: scale')]);
  });

  test('tells of an execution that somebody cancels', async () => {
    const world = room({ stepMs: 60_000 });
    world.clock.at(world.clock.now() + 10_000, () => {
      const { items } = world.plane.call('ListPlanExecutions', { planArn: ARN }, 'eu-central-1') as {
        items: { executionId: string }[];
      };
      world.plane.call('CancelPlanExecution', { planArn: ARN, executionId: items[0]?.executionId }, 'eu-central-1');
    });
    await expect(world.mechanism().apply(away, signal)).rejects.toThrow('ended as canceled');
  });

  test('leaves it to the probes when Region switch falls silent after the start', async () => {
    const world = room({ stepMs: 600_000 });
    world.fates['GetPlanExecution'] = Array<Fate>(100).fill('late');
    const began = world.clock.now();
    expect(await world.mechanism().apply(away, signal)).toEqual([expect.stringContaining('no longer tells')]);
    expect(world.clock.now() - began).toBeLessThan(75_000);
  });

  test('says so when it never answers', async () => {
    const world = room();
    world.fates['StartPlanExecution'] = ['late', 'late', 'late'];
    const began = world.clock.now();
    await expect(world.mechanism().apply(away, signal)).rejects.toMatchObject({ code: 'region-switch-silent' });
    expect(world.clock.now() - began).toBe(15_000);
  });

  test('refuses what a plan of two regions cannot do', () => {
    const regionOf = (name: string) => ({ west: 'eu-west-1', central: 'eu-central-1', us: 'us-east-1' })[name] ?? '';
    const mechanism = room({}, { regionOf }).mechanism();
    expect(() => mechanism.check({ active: ['central', 'us'], inactive: ['west'], leaving: ['west'] })).toThrow(
      'one other',
    );
    expect(() => mechanism.check(away)).not.toThrow();
    expect(() => mechanism.check(back)).not.toThrow();
  });
});
