import { allow, type Statement } from './statement.ts';
import type { PolicySubject } from './subject.ts';

/** Reads the SSM parameters that the configuration refers to, where there are any. */
export function ssmParameters({ ssmParameters: names, partition }: PolicySubject): readonly Statement[] {
  if (names.length === 0) return [];
  // The ARN of /shop/mark has one slash before the name, and that of `mark` has it too.
  const arns = names.map((name) => `arn:${partition}:ssm:*:*:parameter/${name.replace(/^\//, '')}`);
  return [allow('Parameters', ['ssm:GetParameter'], arns)];
}
