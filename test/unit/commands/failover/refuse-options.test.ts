import { expect, test } from '@jest/globals';
import { refuseOptions } from '../../../../src/commands/failover/readiness/refuse-options.ts';
import { restoreCommands } from '../../../../src/commands/failover/readiness/restore-commands.ts';
import type { StoredPlan } from '../../../../src/failover/plan.ts';

const context = { nameOption: (name: string) => `--${name}` };

test('what is of a plan of a deployment is refused with plan --failover', () => {
  refuseOptions({ failover: true, environment: 'prod', comment: 'true' }, context);
  expect(() => refuseOptions({ failover: true, release: 'r1', 'plan-file': 'p' }, context)).toThrow(
    '--plan-file, --release is of a plan of a deployment',
  );
});

test('plan and program are got out of the bucket of each target that has one', () => {
  const plan = {
    application: 'shop',
    environment: 'prod',
    bundle: { key: 'bundle.tar.gz', version: '1' },
    targets: [
      { name: 'central', region: 'eu-central-1', bucket: 'b' },
      { name: 'west', region: 'eu-west-1' },
    ],
  } as unknown as StoredPlan;
  expect(restoreCommands(plan)).toEqual({
    central: [
      'aws s3 cp s3://b/sam-multi-region/failover/shop/prod/dr-plan.json dr-plan.json --region eu-central-1',
      'aws s3 cp s3://b/bundle.tar.gz - --region eu-central-1 | tar xz',
      'node dist/index.js failover --plan dr-plan.json --to central --reason "WHY"',
    ],
  });
  expect(restoreCommands(undefined)).toEqual({});
});
