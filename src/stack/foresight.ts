import type { ChangeSet } from '../aws/cloudformation-port.ts';
import { isEmptyReason } from './empty.ts';
import type { StackPorts } from './ports.ts';

const DEEPEST = 5;

/** "Nested change set arn:… was not successfully created: Currently in FAILED." (aws/aws-sam-cli issue 2406) */
const BLAMES_NESTED = /\bnested change set\b/i;

/**
 * Why CloudFormation may fail to work out the change sets of nested stacks although the stacks themselves deploy: it
 * has only placeholders for what other stacks of the hierarchy will give, and takes those for values.
 * - "Usage of {{IntrinsicFunction:…//Fn::GetAtt}} is not allowed." (aws-cloudformation/cfn-language-discussion issue 152)
 * - "duplicate Export names {{IntrinsicFunction://Fn::Join}}" (aws/aws-cdk-cli pull request 1307)
 * - Fn::Select of a list that is not there yet (aws-cloudformation/cloudformation-coverage-roadmap issue 759)
 * - "Each value of parameter 'PolicyArns' must match pattern …", and the other constraints of parameters
 *   (aws-cloudformation/rain issue 526)
 */
const NOT_FORESEEN: readonly RegExp[] = [
  /\{\{(IntrinsicFunction|changeSet):/,
  /Fn::(Select|Split) (cannot|can't|requires)/i,
  /\bparameters? .*\b(must (match pattern|be one of|contain at (least|most)|be a number)|failed to satisfy constraint)/i,
  /\bparameter value .* for parameter name .* does not exist\b/i,
];

/** Whether a refusal of CreateChangeSet is of that kind. */
export function isUnforeseen(reason: string): boolean {
  return NOT_FORESEEN.some((pattern) => pattern.test(reason));
}

/**
 * What a plan says when a change set failed for nothing but such reasons: it can then be made without looking into
 * nested stacks. Undefined when it failed for any other reason.
 */
export async function unforeseen(
  changeSet: ChangeSet,
  ports: Pick<StackPorts, 'cloudformation'>,
): Promise<string | undefined> {
  if (changeSet.status !== 'FAILED') return undefined;
  const reasons = await reasonsOf(changeSet, [], ports);
  return reasons.length > 0 && reasons.every(isUnforeseen) ? unforeseenNote(reasons.join('; ')) : undefined;
}

export function unforeseenNote(reason: string): string {
  return `CloudFormation cannot tell beforehand what changes inside nested stacks, so they are shown as a whole (${reason})`;
}

/** The reasons at the bottom of the hierarchy, each with the path to its nested stack. */
async function reasonsOf(
  changeSet: ChangeSet,
  parents: readonly string[],
  ports: Pick<StackPorts, 'cloudformation'>,
): Promise<readonly string[]> {
  const reason = changeSet.statusReason ?? 'no reason given';
  if (!BLAMES_NESTED.test(reason) || parents.length >= DEEPEST)
    return [[parents.join('.'), reason].filter(Boolean).join(': ')];
  const below: string[] = [];
  for (const change of changeSet.changes) {
    if (change.nestedChangeSetId === undefined) continue;
    const child = await ports.cloudformation.describeChangeSet(change.nestedChangeSetId);
    if (child?.status !== 'FAILED' || isEmptyReason(child.statusReason)) continue;
    below.push(...(await reasonsOf(child, [...parents, change.logicalId], ports)));
  }
  return below;
}
