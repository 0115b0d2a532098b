import { describe, expect, test } from '@jest/globals';
import { createConsumerRoles } from '../../../src/commands/consumer-roles.ts';
import type { TargetWork } from '../../../src/commands/deploy/target-work.ts';
import type { RunContext } from '../../../src/context.ts';
import { UserError } from '../../../src/errors.ts';
import { activeStateKey } from '../../../src/records/active-state-document.ts';
import type { Environment, StackInstance } from '../../../src/topology/model.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const NAMES = ['west', 'central'] as const;
const KEY = activeStateKey({ application: 'shop', name: 'prod' });
const TEMPLATE = `
Resources:
  Queue: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: f } }
  Other: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: f } }
`;

/** Two targets with a marked mapping and one that is not, all on. */
async function room(inactive: readonly string[], options: { readonly denied?: boolean; readonly lost?: boolean } = {}) {
  const on = new Map(NAMES.flatMap((name) => [`${name}-queue`, `${name}-other`]).map((id) => [id, true]));
  const said: string[] = [];
  const clock = createVirtualClock();
  const sessionOf = (name: string) => ({
    storage: createMemoryStorage(),
    cloudformation: {
      getTemplate: async () => TEMPLATE,
      listStackResources: async () =>
        ['Queue', 'Other'].map((logicalId) => ({
          logicalId,
          physicalId: `${name}-${logicalId.toLowerCase()}`,
          type: 'AWS::Lambda::EventSourceMapping',
          status: 'CREATE_COMPLETE',
        })),
    },
    mappings: {
      state: async (id: string) => (on.get(id) ? 'enabled' : 'disabled'),
      enable: async (id: string, enabled: boolean) => {
        if (options.denied) throw new UserError('denied', 'no');
        said.push(`${id} ${enabled}`);
        on.set(id, enabled);
        return 'accepted';
      },
    },
  });
  const sessions = new Map(NAMES.map((name) => [name as string, sessionOf(name)]));
  const state = { version: 1, serial: 1, inactive };
  for (const [name, { storage }] of sessions) await storage.putText(`bucket-${name}`, KEY, JSON.stringify(state));
  const assertHeld = async (): Promise<void> => {
    if (options.lost) throw new UserError('lease-lost', 'a failover took over');
  };
  const works = NAMES.map((name) => ({
    target: { name, region: name },
    session: sessions.get(name),
    bucket: async () => `bucket-${name}`,
    lease: async () => ({ assertHeld }),
  })) as unknown as readonly TargetWork[];
  const instances = NAMES.map((name) => ({
    id: `api@${name}`,
    stack: { key: 'api', stackName: 'shop' },
    target: { name },
    settings: {},
  })) as unknown as readonly StackInstance[];
  const environment = {
    application: 'shop',
    name: 'prod',
    targets: NAMES.map((name) => ({ name })),
    instances,
    failover: { consumers: { where: 'every-active', resources: { api: ['Queue'] } } },
  } as unknown as Environment;
  const context = {
    clock,
    report: (event: { readonly type: string; readonly text?: string }) => void said.push(event.text ?? event.type),
    signal: new AbortController().signal,
    aws: { session: ({ name }: { readonly name: string }) => sessions.get(name) },
  } as unknown as RunContext;
  const roles = createConsumerRoles(environment, works, context);
  if (roles === undefined) throw new Error('there are consumers');
  const [west, central] = instances as [StackInstance, StackInstance];
  return { roles, said, on, west, central, sessions, clock, instances };
}

describe('consumers of a stack after its update', () => {
  test('stop in a target that is not active, run in one that is, and others are left alone', async () => {
    const { roles, said, on, west, central } = await room(['central']);
    await roles.settle(west);
    await roles.settle(central);
    expect(Object.fromEntries(on)).toMatchObject({ 'central-queue': false, 'central-other': true, 'west-queue': true });
    expect(said).toEqual(['central-queue false', 'api@central: api/Queue stopped, because central runs none']);
    on.set('west-queue', false);
    await roles.settle(west);
    expect(said.at(-1)).toBe('api@west: api/Queue started, because consumers run in west');
  });

  test('follow a failover that came while the stack was updated', async () => {
    const { roles, on, west, sessions, clock } = await room(['central']);
    await roles.settle(west);
    const moved = { version: 1, serial: 2, inactive: ['west'] };
    await sessions.get('central')?.storage.putText('bucket-central', KEY, JSON.stringify(moved));
    await clock.sleep(10_000);
    await roles.settle(west);
    expect(on.get('west-queue')).toBe(false);
  });

  test('are not touched once a failover took the lease', async () => {
    const { roles, said, central } = await room(['central'], { lost: true });
    await expect(roles.settle(central)).rejects.toMatchObject({ code: 'lease-lost' });
    expect(said).toEqual([]);
  });

  test('that AWS does not switch are told, and do not fail the stack', async () => {
    const { roles, said, central } = await room(['central'], { denied: true });
    await roles.settle(central);
    expect(said).toEqual([expect.stringContaining('consumers may not run where they should: no')]);
  });

  test('stop everywhere before they start anywhere', async () => {
    const { roles, said, on, instances } = await room(['central']);
    on.set('west-queue', false);
    await roles.settleAll(instances);
    expect(said.filter((text) => / (true|false)$/.test(text))).toEqual(['central-queue false', 'west-queue true']);
  });

  test('that were paused for an update must not run again where the target is not active', async () => {
    const { roles, west, central } = await room(['central']);
    expect([...(await roles.idle(central))]).toEqual(['mapping//central-queue']);
    expect([...(await roles.idle(west))]).toEqual([]);
  });
});
