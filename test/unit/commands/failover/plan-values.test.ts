import { expect, test } from '@jest/globals';
import { planValues } from '../../../../src/commands/failover/plan-values.ts';
import type { RunContext } from '../../../../src/context.ts';
import type { InstanceResult } from '../../../../src/report/run-result.ts';
import { environment } from '../../../support/topology.ts';

const [WEST, CENTRAL] = ['eu-west-1', 'eu-central-1'];
const settings = {
  mechanism: {
    kind: 'stop-switch',
    signals: { [WEST]: { in: CENTRAL, bucket: `\${stacks.app.targets.${CENTRAL}.outputs.Signals}`, key: 'k' } },
  },
  probe: { url: `https://\${stacks.app.targets.${WEST}.outputs.Host}/`, stableMs: 1, timeoutMs: 1 },
  endpoint: '${stacks.app.outputs.Url}${target.name}',
} as const;

test('outputs are those that the deployment told, else those of the stacks, each asked once', async () => {
  const whole = environment([{ name: 'all', targets: [WEST, CENTRAL] }]);
  const described: string[] = [];
  const outputs = (target: string) => ({
    Url: `https://${target}/`,
    Host: `${target}.example.net`,
    Signals: `s-${target}`,
  });
  const aws = {
    session: ({ name }: { readonly name: string }) => ({
      cloudformation: {
        describeStack: async () => {
          described.push(name);
          return { outputs: outputs(name) };
        },
      },
    }),
  };
  const told = whole.instances
    .filter(({ target }) => target.name === WEST)
    .map(({ id }) => ({ instance: id, state: 'succeeded', outputs: outputs(WEST) }) as unknown as InstanceResult);
  const resolve = await planValues(whole, settings, told, { aws } as unknown as RunContext);
  expect([resolve(settings.probe.url), resolve(settings.mechanism.signals[WEST]?.bucket ?? '')]).toEqual([
    `https://${WEST}.example.net/`,
    `s-${CENTRAL}`,
  ]);
  expect([WEST, CENTRAL].map((target) => resolve(settings.endpoint, target))).toEqual([
    `https://${WEST}/${WEST}`,
    `https://${CENTRAL}/${CENTRAL}`,
  ]);
  expect(described).toEqual([CENTRAL]);
});
