import { UserError } from '../../errors.ts';

export interface RoleArn {
  readonly arn: string;
  readonly partition: string;
  readonly account: string;
  /** Last part of the path: what AWS shows as the role's name. */
  readonly name: string;
}

const ROLE_ARN = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]{1,64})$/;

/** A role ARN taken apart; undefined when it is not one. */
export function parseRoleArn(arn: string): RoleArn | undefined {
  const [, partition, account, name] = ROLE_ARN.exec(arn) ?? [];
  return partition && account && name ? { arn, partition, account, name } : undefined;
}

/** A role as configured, made whole: a bare name (with or without a path) is taken to be in the target's account. */
export function completeRole(role: string, partition: string, account: string): RoleArn {
  const parsed = parseRoleArn(role.startsWith('arn:') ? role : `arn:${partition}:iam::${account}:role/${role}`);
  if (parsed) return parsed;
  throw new UserError('role-invalid', `"${role}" is neither the ARN nor the name of an IAM role.`, {
    fix: [
      `Write a name like sam-deploy, or an ARN like arn:${partition}:iam::${account || '111111111111'}:role/sam-deploy.`,
    ],
  });
}

/** Account in an ARN of STS (`arn:aws:sts::111111111111:assumed-role/…`), when it names one. */
export function accountOfArn(arn: string | undefined): string | undefined {
  return /^arn:[^:]+:(?:sts|iam)::(\d{12}):/.exec(arn ?? '')?.[1];
}

/** Session names hold 2 to 64 characters of [\w+=,.@-] (STS API reference, RoleSessionName). */
export function cleanSessionName(name: string): string {
  const cleaned = name.replace(/[^\w+=,.@-]+/g, '-').slice(0, 64);
  return cleaned.length >= 2 ? cleaned : `${cleaned}-sam-multi-region`;
}
