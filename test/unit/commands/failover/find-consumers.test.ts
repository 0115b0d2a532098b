import { describe, expect, test } from '@jest/globals';
import { AwsError } from '../../../../src/aws/ports.ts';
import { findConsumers } from '../../../../src/commands/failover/find-consumers.ts';

const STACK = { key: 'api', stackName: 'shop' };
const marked = { where: 'every-active', tag: { key: 'runs' }, resources: {} } as const;
const tags = 'Tags: [{ Key: runs, Value: active }]';
const CHILD = 'arn:aws:cloudformation:eu-west-1:111111111111:stack/shop-Child-1/x';

const templates: Readonly<Record<string, string>> = {
  shop: `
Resources:
  Group: { Type: AWS::Scheduler::ScheduleGroup, Properties: { ${tags} } }
  InGroup: { Type: AWS::Scheduler::Schedule, Properties: { GroupName: !Ref Group } }
  Orders: { Type: AWS::Events::Rule, Properties: { EventBusName: orders, ${tags} } }
  Hourly: { Type: AWS::Events::Rule, Properties: { ${tags} } }
  Elsewhere: { Type: AWS::Events::Rule, Condition: Never, Properties: { ${tags} } }
  Child: { Type: AWS::CloudFormation::Stack, Properties: {} }
`,
  [CHILD]: `
Resources:
  Queue: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: f, ${tags} } }
  Named: { Type: AWS::Scheduler::Schedule, Properties: { GroupName: !Ref GroupParameter } }
  Split: { Type: AWS::Scheduler::Schedule, Properties: { GroupName: !Select [0, [a, b]] } }
`,
};
const physical: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  shop: {
    Group: ['shop-group', 'AWS::Scheduler::ScheduleGroup'],
    InGroup: ['nightly', 'AWS::Scheduler::Schedule'],
    Orders: ['orders|shop-Orders-1', 'AWS::Events::Rule'],
    Hourly: ['shop-Hourly-1', 'AWS::Events::Rule'],
    Child: [CHILD, 'AWS::CloudFormation::Stack'],
  },
  [CHILD]: {
    Queue: ['11111111-1111-1111-1111-111111111111', 'AWS::Lambda::EventSourceMapping'],
    Named: ['named', 'AWS::Scheduler::Schedule'],
    Split: ['split', 'AWS::Scheduler::Schedule'],
  },
};

const cloudformation = {
  getTemplate: async (stack: string) => templates[stack] ?? '',
  listStackResources: async (stack: string) => {
    const own = physical[stack];
    if (own === undefined) {
      const where = { service: 'CloudFormation', action: 'ListStackResources', region: 'eu-west-1' };
      throw new AwsError({ ...where, kind: 'not-found', code: 'ValidationError', message: 'does not exist' });
    }
    return Object.entries(own).map(([logicalId, [physicalId, type]]) => ({
      logicalId,
      physicalId,
      type,
      status: 'CREATE_COMPLETE',
    }));
  },
  describeStack: async () => ({ parameters: { GroupParameter: 'by-parameter' } }) as never,
};

describe('marked consumers of a stack', () => {
  test('are found with what their APIs call them, those of nested stacks too', async () => {
    const settings = { ...marked, resources: { api: ['Child/Named'] } };
    expect(await findConsumers(STACK, settings, cloudformation)).toEqual({
      problems: [],
      consumers: [
        { kind: 'schedule', id: 'nightly', group: 'shop-group', resource: 'api/InGroup' },
        { kind: 'rule', id: 'shop-Orders-1', group: 'orders', resource: 'api/Orders' },
        { kind: 'rule', id: 'shop-Hourly-1', resource: 'api/Hourly' },
        { kind: 'mapping', id: '11111111-1111-1111-1111-111111111111', resource: 'api/Child/Queue' },
        { kind: 'schedule', id: 'named', group: 'by-parameter', resource: 'api/Child/Named' },
      ],
    });
  });

  test('whose group nobody can tell are named', async () => {
    const settings = { where: 'every-active', resources: { api: ['Child/Split'] } } as const;
    const { consumers, problems } = await findConsumers(STACK, settings, cloudformation);
    expect([consumers, problems.join()]).toEqual([[], expect.stringContaining('schedule group of api/Child/Split')]);
  });

  test('are none where there is no stack, and nothing is asked where nothing can be marked', async () => {
    expect((await findConsumers({ key: 'api', stackName: 'none' }, marked, cloudformation)).consumers).toEqual([]);
    const silent = { ...cloudformation, listStackResources: () => Promise.reject(new Error('asked')) };
    const elsewhere = { where: 'every-active', resources: { other: ['A'] } } as const;
    expect((await findConsumers(STACK, elsewhere, silent)).consumers).toEqual([]);
  });
});
