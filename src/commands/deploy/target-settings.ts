import type { Environment, StackSettings } from '../../topology/model.ts';

/** Where the artifacts and the records of a target lie: as the first of its stacks says. */
export function settingsOf(
  environment: Environment,
  target: string,
): Pick<StackSettings, 'artifactBucket' | 'artifactPrefix'> {
  return environment.instances.find((instance) => instance.target.name === target)?.settings ?? {};
}
