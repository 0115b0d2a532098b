import { describe, expect, test } from '@jest/globals';
import type { CloudFormation } from '../../../src/aws/cloudformation-port.ts';
import type { CodeDeploy, LambdaShift } from '../../../src/aws/code-deploy-port.ts';
import { AwsError } from '../../../src/aws/ports.ts';
import type { RunEvent } from '../../../src/report/events.ts';
import type { StackPorts } from '../../../src/stack/ports.ts';
import { createShiftWatch, MOST_A_LOOK } from '../../../src/stack/shift-watch.ts';
import type { ShiftedAliases } from '../../../src/template/deployment-preference.ts';

const AT = '2026-01-01T00:00:10.000Z';
const running = (percent: number): LambdaShift => ({
  functionName: 'app-Orders-1',
  alias: 'live',
  currentVersion: '1',
  targetVersion: '2',
  percent,
  lifecycle: [
    { event: 'BeforeAllowTraffic', status: 'Succeeded' },
    { event: 'AllowTraffic', status: 'InProgress' },
    { event: 'AfterAllowTraffic', status: 'Pending' },
  ],
});

function refused(kind: AwsError['kind']): AwsError {
  const where = { service: 'CodeDeploy', action: 'ListDeployments', region: 'eu-west-1' };
  return new AwsError({ ...where, kind, code: kind, message: `no: ${kind}` });
}

interface Room {
  readonly shifted?: ShiftedAliases;
  /** Answers of each look at a deployment, the last one for ever. */
  readonly shifts?: readonly LambdaShift[];
  readonly fail?: AwsError;
  readonly aliases?: number;
}

function room({ shifted = { functions: ['Orders'], written: {} }, shifts = [running(10)], fail, aliases = 1 }: Room) {
  const calls: string[] = [];
  const events: RunEvent[] = [];
  let asked = 0;
  const codeDeploy: CodeDeploy = {
    deployments: async ({ application, group, since }) => {
      calls.push(`deployments ${application} ${group} ${new Date(since).toISOString()}`);
      if (fail !== undefined) throw fail;
      return ['d-BACK00000', `d-${group.toUpperCase()}`];
    },
    deployment: async (id) => {
      calls.push(`deployment ${id}`);
      return { id, status: 'InProgress', config: 'CodeDeployDefault.LambdaCanary10Percent5Minutes', hooks: {} };
    },
    shift: async (id) => {
      calls.push(`shift ${id}`);
      asked += 1;
      return shifts[Math.min(asked, shifts.length) - 1];
    },
  };
  const groups = Array.from({ length: aliases }, (_, index) => ({
    logicalId: `${index === 0 ? 'Orders' : `F${index}`}DeploymentGroup`,
    physicalId: index === 0 ? 'group' : `group${index}`,
    type: 'AWS::CodeDeploy::DeploymentGroup',
    status: 'UPDATE_COMPLETE',
  }));
  const application = {
    logicalId: 'ServerlessDeploymentApplication',
    physicalId: 'application',
    type: 'AWS::CodeDeploy::Application',
    status: 'UPDATE_COMPLETE',
  };
  const cloudformation: Partial<CloudFormation> = {
    listStackResources: async () => {
      calls.push('resources');
      return [...groups, application];
    },
  };
  const ports = { codeDeploy, shifted, cloudformation, report: (event: RunEvent) => void events.push(event) };
  const watch = createShiftWatch({ instance: 'app@eu-west-1', stackId: 'id' }, {
    ...ports,
    target: 'eu-west-1',
  } as Partial<StackPorts> as StackPorts);
  if (watch === undefined) throw new Error('nothing is watched');
  const note = (logicalId: string, status: string) =>
    watch.note({
      id: `${logicalId} ${status}`,
      at: AT,
      stackId: 'id',
      logicalId,
      status,
      resourceType: 'AWS::Lambda::Alias',
    });
  const looks = async (times: number) => {
    for (let index = 0; index < times; index += 1) await watch.look();
  };
  const told = () =>
    events.flatMap((event) => (event.type === 'alias.shift' ? [`${event.percent} ${event.status}`] : []));
  return { watch, note, looks, told, calls, events };
}

describe('the deployments of CodeDeploy in a stack update', () => {
  test('are not asked for before an alias is updated', async () => {
    const { watch, calls } = room({});
    await watch.look();
    expect(calls).toEqual([]);
  });

  test('are found by the group that SAM makes for the function, the oldest since the alias is updated', async () => {
    const { note, looks, calls, events } = room({});
    note('OrdersAliaslive', 'UPDATE_IN_PROGRESS');
    await looks(1);
    expect(calls).toEqual([
      'resources',
      'deployments application group 2026-01-01T00:00:08.000Z',
      'deployment d-GROUP',
      'shift d-GROUP',
    ]);
    expect(events).toEqual([
      expect.objectContaining({
        type: 'alias.shift',
        deployment: 'd-GROUP',
        config: 'Canary10Percent5Minutes',
        version: '2',
        percent: 10,
        status: 'running',
      }),
    ]);
  });

  test('are found by the names and references of an alias that is written out', async () => {
    const written = { Live: { application: { name: 'mine' }, group: { ref: 'OrdersDeploymentGroup' } } };
    const { note, looks, calls } = room({ shifted: { functions: [], written } });
    note('Live', 'UPDATE_IN_PROGRESS');
    await looks(1);
    expect(calls).toContain('deployments mine group 2026-01-01T00:00:08.000Z');
  });

  test('are told when they move, and asked ever more rarely while they stand still', async () => {
    const { note, looks, calls, told } = room({ shifts: [running(10)] });
    note('OrdersAliaslive', 'UPDATE_IN_PROGRESS');
    await looks(20);
    expect(told()).toEqual(['10 running']);
    const shifts = calls.filter((call) => call.startsWith('shift')).length;
    expect(shifts).toBeLessThanOrEqual(7);
    expect(shifts).toBeGreaterThanOrEqual(5);
  });

  test('are at their end with the alias, seen or not', async () => {
    const { note, looks, told, calls } = room({ shifts: [running(10)] });
    note('OrdersAliaslive', 'UPDATE_IN_PROGRESS');
    await looks(1);
    note('OrdersAliaslive', 'UPDATE_COMPLETE');
    calls.length = 0;
    await looks(5);
    expect([told(), calls]).toEqual([['10 running', '100 succeeded'], []]);
  });

  test('are at their end with the stack', async () => {
    const { watch, note, looks, told } = room({});
    note('OrdersAliaslive', 'UPDATE_IN_PROGRESS');
    await looks(1);
    watch.succeeded();
    expect(told()).toEqual(['10 running', '100 succeeded']);
  });

  test('that failed are told once and not asked again', async () => {
    const failed = { ...running(0), lifecycle: [{ event: 'AllowTraffic', status: 'Failed' }] };
    const { note, looks, told, calls } = room({ shifts: [failed] });
    note('OrdersAliaslive', 'UPDATE_IN_PROGRESS');
    await looks(10);
    expect([told(), calls.filter((call) => call.startsWith('shift')).length]).toEqual([['0 failed'], 1]);
  });

  test('of many aliases share a few calls a look, and none is forgotten', async () => {
    const { note, looks, calls } = room({ aliases: 9 });
    note('OrdersAliaslive', 'UPDATE_IN_PROGRESS');
    for (let index = 1; index < 9; index += 1) note(`F${index}Aliaslive`, 'UPDATE_IN_PROGRESS');
    await looks(1);
    expect(calls.filter((call) => call.startsWith('shift'))).toHaveLength(MOST_A_LOOK);
    await looks(14);
    expect(new Set(calls.filter((call) => call.startsWith('shift'))).size).toBe(9);
  });

  test.each(['throttled', 'unreachable'] as const)('are asked again later when the call is %s', async (kind) => {
    const { note, looks, events, calls } = room({ fail: refused(kind) });
    note('OrdersAliaslive', 'UPDATE_IN_PROGRESS');
    await looks(6);
    expect([events, calls.filter((call) => call.startsWith('deployments')).length > 1]).toEqual([[], true]);
  });

  test('that may not be read are left to CloudFormation, with one warning', async () => {
    const { note, looks, events, calls } = room({ fail: refused('denied') });
    note('OrdersAliaslive', 'UPDATE_IN_PROGRESS');
    await looks(6);
    expect(events).toEqual([
      expect.objectContaining({
        type: 'note',
        level: 'warning',
        text: 'app@eu-west-1: CodeDeploy is not followed, ListDeployments failed: no: denied',
      }),
    ]);
    expect(calls.filter((call) => call.startsWith('deployments'))).toHaveLength(1);
  });

  test('are none where the template has no alias that CodeDeploy moves', () => {
    const codeDeploy = {} as Partial<CodeDeploy> as CodeDeploy;
    const ports = { codeDeploy } as Partial<StackPorts> as StackPorts;
    expect(createShiftWatch({ instance: 'a', stackId: 'b' }, ports)).toBeUndefined();
  });
});
