import { PREFIX } from '../../stack/names.ts';
import { allow, cloudformation, type Statement, stackArns } from './statement.ts';
import type { PolicySubject } from './subject.ts';

/** Reads events. DescribeStackEvents answers where a region does not know DescribeEvents yet. */
export const EVENTS = ['DescribeEvents', 'DescribeStackEvents'] as const;

/** Calls on the stacks of the environment. */
export function ownStacks(actions: readonly string[], subject: PolicySubject): Statement {
  return allow('Stacks', cloudformation(actions), stackArns(subject.stackNames, subject));
}

/** Calls on what they nest. Names of nested stacks are those of ours with something behind. */
export function nestedStacks(actions: readonly string[], subject: PolicySubject): readonly Statement[] {
  const nested = subject.stackNames.filter((name) => name !== '*').map((name) => `${name}-*`);
  return nested.length === 0 ? [] : [allow('NestedStacks', cloudformation(actions), stackArns(nested, subject))];
}

/**
 * Why a change set failed. Its events are the one thing that is asked for on the change set; describing, executing and
 * deleting it is asked for on its stack (service authorization reference, AWS CloudFormation, "Actions").
 */
export function changeSetEvents({ partition }: PolicySubject): Statement {
  const arn = `arn:${partition}:cloudformation:*:*:changeSet/${PREFIX}*/*`;
  return allow('ChangeSets', cloudformation(['DescribeEvents']), [arn]);
}

/** Why a hook stopped a change set. Hooks are of the account, not of a stack. */
export function hooks(): Statement {
  return allow('Hooks', cloudformation(['ListHookResults', 'GetHookResult']), ['*']);
}

/** Transforms of AWS that SAM templates use. CloudFormation asks for them in the name of the caller. */
const TRANSFORMS = ['Serverless-2016-10-31', 'LanguageExtensions'];

export function transforms({ partition }: PolicySubject): Statement {
  const arns = TRANSFORMS.map((name) => `arn:${partition}:cloudformation:*:aws:transform/${name}`);
  return allow('Transforms', cloudformation(['CreateChangeSet']), arns);
}

/** Hands the service role to CloudFormation, where there is one. */
export function serviceRoles({ serviceRoles: roles, partition }: PolicySubject): readonly Statement[] {
  if (roles.length === 0) return [];
  const arns = roles.map((role) => (role.startsWith('arn:') ? role : `arn:${partition}:iam::*:role/${role}`));
  const passed = { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } };
  return [{ ...allow('ServiceRole', ['iam:PassRole'], arns), Condition: passed }];
}
