import { describe, expect, test } from '@jest/globals';
import { errorsOf, load } from './helpers.ts';

const config = (work: string) => `application: shop
stacks: { api: { template: template.yaml } }
environments:
  prod:
    targets: { eu-west-1: {}, eu-central-1: {} }
    failover: { mechanism: command, command: [move], ${work} }
`;
const failover = async (work: string) => (await load(config(work))).failover;

describe('consumers of a failover', () => {
  test('are marked by tag and by name', async () => {
    const work = 'consumers: { where: one-active, tag: runs=active, resources: { api: [WorkerOrders, "Nested/*"] } }';
    expect((await failover(work))?.consumers).toEqual({
      where: 'one-active',
      tag: { key: 'runs', value: 'active' },
      resources: { api: ['WorkerOrders', 'Nested/*'] },
    });
    expect((await failover('consumers: { where: every-active, tag: runs }'))?.consumers?.tag).toEqual({ key: 'runs' });
  });

  test.each([
    ['without a place', 'consumers: { tag: runs }', /where/],
    ['without a mark', 'consumers: { where: one-active }', /does not say which they are/],
    ['of a stack that is none', 'consumers: { where: one-active, resources: { apy: [A] } }', /"apy", which is none/],
  ])('are refused %s', async (_, work, message) => {
    const errors = await errorsOf(failover(work));
    expect(errors.map((error) => error.message).join('\n')).toMatch(message);
  });
});

describe('hooks of a graceful failover', () => {
  test('may act, run where the program runs, and tell functions what they are for', async () => {
    const hooks = 'graceful: { quiesce: { command: ./stop }, resume: { lambda: "${stacks.api.outputs.Switch}" } }';
    expect((await failover(hooks))?.graceful).toEqual({
      quiesce: {
        check: { kind: 'command', run: ['sh', '-c', './stop'], directory: '.', environment: {}, credentials: 'full' },
        timeoutMs: 60_000,
      },
      resume: {
        check: expect.objectContaining({
          kind: 'lambda',
          function: '${stacks.api.outputs.Switch}',
          payload: { hook: 'resume' },
        }),
        timeoutMs: 60_000,
      },
    });
  });

  test('wait for a metric', async () => {
    const lag =
      'graceful: { caught-up: { metric: { metrics: { lag: { namespace: AWS/DynamoDB, metric: ReplicationLatency } }, below: "1000" }, timeout: 2m } }';
    expect((await failover(lag))?.graceful?.caughtUp).toMatchObject({
      check: { kind: 'metric', comparison: 'below', threshold: 1000 },
      intervalMs: 5_000,
      timeoutMs: 120_000,
    });
  });

  test.each([
    ['that do nothing', 'graceful: { resume: {} }', /says nothing to run/],
    ['that are two things', 'graceful: { resume: { command: a, lambda: b } }', /says both command and lambda/],
    ['that nothing undoes', 'graceful: { quiesce: { command: a } }', /none resumes them/],
    [
      'with an answer that nobody gives',
      'graceful: { resume: { command: a, expect: { json: { "$.a": 1 } } } }',
      /"expect" has no meaning/,
    ],
    [
      'that name a stack that is none',
      'graceful: { resume: { lambda: "${stacks.apy.outputs.A}" } }',
      /names the stack "apy"/,
    ],
  ])('are refused %s', async (_, work, message) => {
    const errors = await errorsOf(failover(work));
    expect(errors.map((error) => error.message).join('\n')).toMatch(message);
  });
});
