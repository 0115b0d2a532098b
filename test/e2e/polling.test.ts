import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { plainApp } from '../support/plain-app.ts';
import { runJson } from '../support/run-product.ts';

const region = 'eu-west-1';
const STACKS = 24;
/** CloudFormation throttles DescribeStacks at about five calls a second (aws/aws-sam-cli#2671). */
const CALLS_A_SECOND = 4;
/** Long enough that calls which this machine held up, and then let go together, do not count. */
const WINDOW_MS = 20_000;
let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({ regions: [region, 'us-east-1'], stackSeconds: 3 });
});

afterAll(async () => {
  await cloud?.[Symbol.asyncDispose]();
});

/** The most calls that fell into any window of this length. */
function mostWithin(times: readonly number[], windowMs: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  let first = 0;
  let most = 0;
  for (const [index, time] of sorted.entries()) {
    while (time - (sorted[first] ?? time) >= windowMs) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

test(`${STACKS} stacks in one account and region are read less than four times a second, all together`, async () => {
  const keys = Array.from({ length: STACKS }, (_, index) => `s${index}`);
  using app = plainApp();
  app.write(
    'multi-region.yml',
    `application: many
stacks:
${keys.map((key) => `  ${key}: { template: template.yaml }`).join('\n')}
environments:
  prod:
    targets: { ${region}: {} }
`,
  );
  const { exitCode, result } = await runJson(['deploy', '--yes'], {
    cwd: app.folder,
    env: cloud.env('111111111111'),
    withSam: false,
  });
  expect([exitCode, result.status, result.instances.length]).toEqual([0, 'succeeded', STACKS]);
  const reads = cloud.calls.filter(({ service, action }) => service === 'cloudformation' && /^Describe/.test(action));
  const times = reads.map(({ time }) => time);
  // Fewer would show nothing: they must be more than one window may have.
  expect(times.length).toBeGreaterThan((CALLS_A_SECOND * WINDOW_MS) / 1000);
  expect(mostWithin(times, WINDOW_MS) / (WINDOW_MS / 1000)).toBeLessThan(CALLS_A_SECOND);
});
