import { ANY_MAPPING } from '../commands/policy/consumer-names.ts';
import type { PolicySubject } from '../commands/policy/subject.ts';
import type { BootstrapSubject } from './model.ts';

/** For an application that nothing is known of but that its stacks are called after it. */
export function genericSubject(): BootstrapSubject {
  return {
    environments: [
      { name: 'prod', gitHubEnvironments: ['prod'], policy: policyOf(['${Application}', '${Application}-*']) },
    ],
    branch: 'main',
    previewPolicies: [policyOf(['${Application}'])],
    previews: false,
  };
}

function policyOf(stackNames: readonly string[]): PolicySubject {
  return {
    partition: '${AWS::Partition}',
    stackNames,
    buckets: [],
    managedBucket: true,
    serviceRoles: ['${Application}-cloudformation'],
    ssmParameters: ['*'],
    stackPolicy: true,
    terminationProtection: true,
    rollbackAlarms: true,
    samEngine: false,
    codeDeploy: true,
    paused: ANY_MAPPING,
  };
}
