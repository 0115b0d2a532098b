import { describe, expect, test } from '@jest/globals';
import { fenceOf } from '../../../../src/commands/failover/fence-functions.ts';
import type { RunContext } from '../../../../src/context.ts';
import type { FailoverSettings } from '../../../../src/topology/failover-model.ts';
import { load } from '../../topology/helpers.ts';

const config = `application: shop
stacks: { api: { template: template.yaml } }
environments:
  prod:
    targets: [eu-west-1, eu-central-1]
    failover:
      mechanism: command
      command: [move]
      fence: { functions: ["\${stacks.api.outputs.Function}", "audit-\${target.region}"] }
`;
const settings = (failover: FailoverSettings | undefined): FailoverSettings =>
  failover ?? { mechanism: { kind: 'weights' } };

/** Stacks whose function is named after their region; one region may be gone. */
function world(gone?: string) {
  const session = ({ region }: { readonly region: string }) => ({
    cloudformation: {
      describeStack: () =>
        region === gone
          ? Promise.reject(new Error('gone'))
          : Promise.resolve({ outputs: { Function: `fn-${region}` } }),
    },
  });
  return { aws: { session } } as unknown as Pick<RunContext, 'aws'>;
}

describe('functions that a failover fences', () => {
  test('are named as they are called in each target', async () => {
    const environment = await load(config);
    const fence = await fenceOf(environment, settings(environment.failover), undefined, () => {}, world());
    expect(fence).toEqual({
      functions: {
        'eu-west-1': ['fn-eu-west-1', 'audit-eu-west-1'],
        'eu-central-1': ['fn-eu-central-1', 'audit-eu-central-1'],
      },
    });
  });

  test('of a target that does not answer are those of the plan before; without one, it is told', async () => {
    const environment = await load(config);
    const said: string[] = [];
    const compile = (before: Parameters<typeof fenceOf>[2]) =>
      fenceOf(environment, settings(environment.failover), before, (text) => said.push(text), world('eu-west-1'));
    const before = { functions: { 'eu-west-1': ['fn-old'] } };
    expect((await compile(before))?.functions['eu-west-1']).toEqual(['fn-old']);
    expect(said).toEqual([]);
    expect((await compile(undefined))?.functions['eu-west-1']).toEqual([]);
    expect(said).toEqual([expect.stringContaining('is not known in eu-west-1')]);
  });
});
