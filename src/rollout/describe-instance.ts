import type { InstanceResult } from '../report/run-result.ts';
import type { StackInstance } from '../topology/model.ts';

/** What plans and results say alike of an instance: what it is and where. */
export type DescribedInstance = Pick<
  InstanceResult,
  'instance' | 'target' | 'stack' | 'stackName' | 'region' | 'account' | 'phase'
>;

/** @param account as proven; absent: as configured, if it is */
export function describeInstance(
  { id, target, stack }: StackInstance,
  phase: string,
  account = target.account,
): DescribedInstance {
  return {
    instance: id,
    target: target.name,
    stack: stack.key,
    stackName: stack.stackName,
    region: target.region,
    ...(account !== undefined && { account }),
    phase,
  };
}
