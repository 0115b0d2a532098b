import { allow, type Statement } from './statement.ts';
import type { PolicySubject } from './subject.ts';

/** Everything is a matter of the deployment group (service authorization reference, AWS CodeDeploy, "Actions"). */
const READ = ['ListDeployments', 'GetDeployment', 'ListDeploymentTargets', 'BatchGetDeploymentTargets'] as const;

/**
 * Following deployments of CodeDeploy in a stack update. Names of applications and groups are CloudFormation's, or what the
 * template says: any of the account is meant. CloudFormation starts and stops them; nothing is written here.
 */
export function followCodeDeploy({ codeDeploy, partition }: PolicySubject): readonly Statement[] {
  if (!codeDeploy) return [];
  const actions = READ.map((action) => `codedeploy:${action}`);
  return [allow('CodeDeploy', actions, [`arn:${partition}:codedeploy:*:*:deploymentgroup:*`])];
}
