import type { PolicySubject } from './subject.ts';

/** One statement of an IAM policy, as its JSON has it. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What the calls of one command need, each statement for one purpose. Declared beside the command. */
export type CommandPermissions = (subject: PolicySubject) => readonly Statement[];

export function allow(Sid: string, Action: readonly string[], Resource: readonly string[]): Statement {
  return { Sid, Effect: 'Allow', Action, Resource };
}

/** Names of CloudFormation's actions with their prefix. */
export function cloudformation(actions: readonly string[]): readonly string[] {
  return actions.map((action) => `cloudformation:${action}`);
}

/** ARNs of stacks by their name patterns, in every region and account of the partition. */
export function stackArns(names: readonly string[], { partition }: PolicySubject): readonly string[] {
  return names.map((name) => `arn:${partition}:cloudformation:*:*:stack/${name}/*`);
}

export function bucketArns(buckets: readonly string[], { partition }: PolicySubject): readonly string[] {
  return buckets.map((bucket) => `arn:${partition}:s3:::${bucket}`);
}
