import { describe, expect, test } from '@jest/globals';
import type { CloudFormation, StackEvent } from '../../../src/aws/cloudformation-port.ts';
import type { CodeDeploy } from '../../../src/aws/code-deploy-port.ts';
import { AwsError } from '../../../src/aws/ports.ts';
import type { RunEvent } from '../../../src/report/events.ts';
import type { StackPorts } from '../../../src/stack/ports.ts';
import { createShiftTree } from '../../../src/stack/shift-tree.ts';
import type { ShiftedAliases } from '../../../src/template/deployment-preference.ts';

const NONE: ShiftedAliases = { functions: [], written: {} };
const ORDERS: ShiftedAliases = { functions: ['Orders'], written: {} };
const STACK = 'AWS::CloudFormation::Stack';
const ALIAS = 'AWS::Lambda::Alias';

function event(id: string, about: Partial<StackEvent>): StackEvent {
  return { id, stackId: 'x', at: '2026-01-01T00:00:10.000Z', status: 'UPDATE_IN_PROGRESS', ...about };
}

/** @param inside events of nested stacks by their ids, newest first; an error is what CloudFormation answers */
function room(
  nested: Readonly<Record<string, ShiftedAliases>>,
  inside: Record<string, readonly StackEvent[] | AwsError>,
) {
  const events: RunEvent[] = [];
  const calls: string[] = [];
  const codeDeploy: CodeDeploy = {
    deployments: async ({ group }) => [`d-${group}`],
    deployment: async (id) => ({ id, status: 'InProgress', config: 'CodeDeployDefault.LambdaAllAtOnce', hooks: {} }),
    shift: async (id) => ({
      functionName: id,
      alias: 'live',
      currentVersion: '1',
      targetVersion: '2',
      percent: 10,
      lifecycle: [{ event: 'AllowTraffic', status: 'InProgress' }],
    }),
  };
  const cloudformation: Partial<CloudFormation> = {
    describeEvents: async ({ stack = '', untilEventId, notBefore }) => {
      calls.push(`events ${stack}${untilEventId === undefined ? '' : ` until ${untilEventId}`}`);
      expect(notBefore).toBe('2026-01-01T00:00:08.000Z');
      const found = inside[stack] ?? [];
      if (found instanceof AwsError) throw found;
      return found;
    },
    listStackResources: async (stack) => [
      {
        logicalId: 'OrdersDeploymentGroup',
        physicalId: `group-${stack}`,
        type: 'AWS::CodeDeploy::DeploymentGroup',
        status: '',
      },
      { logicalId: 'Application', physicalId: 'app', type: 'AWS::CodeDeploy::Application', status: '' },
    ],
  };
  const ports = {
    ...{ codeDeploy, cloudformation, target: 'eu-west-1', shifted: { ...NONE, nested } },
    report: (told: RunEvent) => void events.push(told),
  } as Partial<StackPorts> as StackPorts;
  const tree = createShiftTree({ instance: 'app@eu-west-1', stackId: 'root' }, ports);
  if (tree === undefined) throw new Error('nothing is watched');
  const told = () =>
    events.flatMap((each) =>
      each.type === 'alias.shift'
        ? [`${each.path} ${each.percent} ${each.status}`]
        : each.type === 'note'
          ? [each.text]
          : [],
    );
  return { tree, told, calls };
}

const nestedStack = (logicalId: string, status = 'UPDATE_IN_PROGRESS', physicalId = logicalId.toLowerCase()) =>
  event(`${logicalId} ${status}`, { logicalId, physicalId, resourceType: STACK, status });
const alias = event('alias', { logicalId: 'OrdersAliaslive', resourceType: ALIAS });

describe('aliases of nested stacks', () => {
  test('are followed by the events of their stack as long as it is updated', async () => {
    const { tree, told, calls } = room({ Child: ORDERS }, { child: [alias] });
    await tree.look();
    expect(calls).toEqual([]);
    tree.note(nestedStack('Child'));
    await tree.look();
    expect(told()).toEqual(['Child.OrdersAliaslive 10 running']);
    tree.note(nestedStack('Child', 'UPDATE_COMPLETE'));
    await tree.look();
    expect(told()).toEqual(['Child.OrdersAliaslive 10 running', 'Child.OrdersAliaslive 100 succeeded']);
    expect(calls).toEqual(['events child']);
  });

  test('are followed down to the last stack, one stack with each look', async () => {
    const { tree, told, calls } = room({ 'Child.Inner': ORDERS }, { child: [nestedStack('Inner')], inner: [alias] });
    tree.note(nestedStack('Child'));
    for (let look = 0; look < 3; look += 1) await tree.look();
    expect(calls).toEqual(['events child', 'events inner', 'events child until Inner UPDATE_IN_PROGRESS']);
    expect(told()).toEqual(['Child.Inner.OrdersAliaslive 10 running']);
  });

  test('are not looked for in stacks that have none, nor in the stack itself', async () => {
    const { tree, calls } = room({ Child: ORDERS }, {});
    tree.note(nestedStack('Other'));
    tree.note(event('own', { logicalId: 'app', physicalId: 'root', resourceType: STACK }));
    await tree.look();
    expect(calls).toEqual([]);
  });

  test('are not mixed up with those of an earlier update', async () => {
    const old = event('old', { logicalId: 'OrdersAliaslive', resourceType: ALIAS, at: '2026-01-01T00:00:01.000Z' });
    const { tree, told } = room({ Child: ORDERS }, { child: [old] });
    tree.note(nestedStack('Child'));
    await tree.look();
    expect(told()).toEqual([]);
  });

  test('are given up with one sentence where events of nested stacks may not be read', async () => {
    const where = { service: 'CloudFormation', action: 'DescribeEvents', region: 'eu-west-1' };
    const denied = new AwsError({ ...where, kind: 'denied', code: 'AccessDenied', message: 'no' });
    const { tree, told, calls } = room({ Child: ORDERS }, { child: denied });
    tree.note(nestedStack('Child'));
    for (let look = 0; look < 3; look += 1) await tree.look();
    expect(told()).toEqual(['app@eu-west-1: CodeDeploy is not followed in nested stacks, DescribeEvents failed: no']);
    expect(calls).toHaveLength(1);
  });
});
