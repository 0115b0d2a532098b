import { describe, expect, test } from '@jest/globals';
import { plannedWork } from '../../../../src/commands/failover/plan-work.ts';
import type { RunContext } from '../../../../src/context.ts';
import type { FailoverPlan } from '../../../../src/failover/plan.ts';
import type { FailoverSettings } from '../../../../src/topology/failover-model.ts';
import type { Environment } from '../../../../src/topology/model.ts';

const targets = ['west', 'central'].map((name) => ({ name, region: name }));
const environment = {
  application: 'shop',
  name: 'prod',
  targets,
  stacks: [{ key: 'api' }],
  instances: targets.map((target) => ({
    id: `api@${target.name}`,
    stack: { key: 'api', stackName: 'shop' },
    target,
  })),
} as unknown as Environment;
const command = {
  kind: 'command',
  run: ['./stop', '${target.region}'],
  directory: '.',
  environment: {},
  credentials: 'full',
} as const;
const settings = {
  mechanism: { kind: 'command', run: ['move'] },
  consumers: { where: 'one-active', resources: { api: ['Queue'] } },
  graceful: { quiesce: { check: command, timeoutMs: 1_000 } },
} as const satisfies FailoverSettings;
const earlier = { kind: 'mapping', id: 'old', resource: 'api/Queue' } as const;
const before: Pick<FailoverPlan, 'consumers' | 'hooks'> = {
  consumers: { where: 'every-active', targets: { west: [earlier], central: [earlier] } },
};

function room(options: { readonly silent?: string; readonly physicalId?: string } = {}) {
  const notes: string[] = [];
  const session = ({ name }: { readonly name: string }) => ({
    cloudformation: {
      listStackResources: async () => {
        if (name === options.silent) throw new Error('no answer');
        const physicalId = options.physicalId ?? `${name}-queue`;
        return [{ logicalId: 'Queue', physicalId, type: 'AWS::Lambda::EventSourceMapping', status: 'CREATE_COMPLETE' }];
      },
      getTemplate: async () => 'Resources: { Queue: { Type: "AWS::Lambda::EventSourceMapping", Properties: {} } }',
    },
  });
  const context = {
    report: (event: { readonly text: string }) => void notes.push(event.text),
    aws: { session },
  } as unknown as RunContext;
  const plan = (asked: readonly string[], wanted: FailoverSettings = settings) =>
    plannedWork(environment, wanted, new Set(asked), { release: { id: 'r1' }, before }, context);
  return { notes, plan };
}

describe('what a plan says of consumers and hooks', () => {
  test('is as it is in each target now, with references resolved', async () => {
    const { plan, notes } = room();
    expect(await plan(['west', 'central'])).toMatchObject({
      consumers: {
        where: 'one-active',
        targets: { west: [{ kind: 'mapping', id: 'west-queue' }], central: [{ id: 'central-queue' }] },
      },
      hooks: { west: { quiesce: { check: { run: ['./stop', 'west'] } } }, central: { quiesce: {} } },
    });
    expect(notes).toEqual([]);
  });

  test('stays as it was compiled last where a target was not asked or does not tell', async () => {
    const { plan, notes } = room({ silent: 'west' });
    expect((await plan(['west'])).consumers?.targets).toEqual({ west: [earlier], central: [earlier] });
    expect(notes).toEqual([expect.stringContaining('consumers of west are as they were compiled last: no answer')]);
  });

  test('warns of a name that means nothing anywhere', async () => {
    const { plan, notes } = room();
    await plan(['west', 'central'], {
      ...settings,
      consumers: { where: 'one-active', resources: { api: ['Queue', 'Qeueu'] } },
    });
    expect(notes).toEqual(['failover.consumers names Qeueu of api, and no target has such a consumer']);
  });
});
