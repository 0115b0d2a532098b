import { expect, test } from '@jest/globals';
import { fillStarter } from '../../../src/init/fill-starter.ts';

const values = {
  branch: 'prod',
  environment: 'live',
  targets: ['prod-eu'],
  application: 'prod-api',
  config: 'multi-region.yml',
  folder: 'apps/prod',
  pin: { commit: 'a'.repeat(40), version: '1.2.3' },
};

test('what is filled in is never taken for what a starter leaves open', () => {
  const starter = `on: { push: { branches: [$default-branch] } }
concurrency:
  group: sam-multi-region-prod
jobs:
  deploy:
    environment: prod
    with:
      config: multi-region.yml
      plan-role: sam-multi-region-plan
      target:
        - eu-west-1 # init: targets
    keep:
      name: dr-plan prod
      path: failover-plan/dr-plan.json
`;
  expect(fillStarter(starter, values)).toBe(`on: { push: { branches: [prod] } }
concurrency:
  group: prod-api-live
jobs:
  deploy:
    environment: live
    with:
      config: multi-region.yml
      working-directory: apps/prod
      plan-role: prod-api-plan
      target:
        - prod-eu
    keep:
      name: dr-plan live
      path: apps/prod/failover-plan/dr-plan.json
`);
});
