import type { Cloud } from '../cloud/index.ts';

/** A policy as `policy` prints it. */
export interface Policy {
  readonly Version: string;
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: string;
    readonly Action: readonly string[];
    readonly Resource: readonly string[];
  }[];
}

/** One permission that a call was checked for, as the local AWS evaluated it. */
export interface Asked {
  /** ARN of the role session. */
  readonly principal: string;
  readonly account: string;
  readonly region: string;
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string>>;
  readonly allowed: boolean;
}

/** Everything that sessions of a role were asked for since anybody's was taken last, each thing once. */
export async function takeAsked(cloud: Cloud, role: string): Promise<readonly Asked[]> {
  const { asked } = (await cloud.control('permissions/asked', { clear: true })) as { readonly asked: readonly Asked[] };
  const own = asked.filter(({ principal }) => principal.split('/')[1] === role);
  const unique = new Map(own.map(({ principal, ...rest }) => [JSON.stringify(rest), { principal, ...rest }]));
  return [...unique.values()];
}

/**
 * Actions and resources that could go without any of `asked` being refused: a policy of least privilege has none.
 * Judged by the evaluation that the calls went through.
 */
export async function unneeded(cloud: Cloud, policy: Policy, asked: readonly Asked[]): Promise<readonly string[]> {
  const parts = policy.Statement.flatMap(({ Sid, Action, Resource }) => [
    ...Action.map((value) => ({ name: `${Sid}: ${value}`, left: without(policy, Sid, 'Action', value) })),
    ...Resource.map((value) => ({ name: `${Sid}: ${value}`, left: without(policy, Sid, 'Resource', value) })),
  ]);
  const policies = [policy, ...parts.map(({ left }) => left)];
  const { allowed } = (await cloud.control('permissions/decide', { policies, asked })) as {
    readonly allowed: readonly (readonly boolean[])[];
  };
  const [whole = [], ...rest] = allowed;
  return parts.flatMap(({ name }, index) => (rest[index]?.join() === whole.join() ? [name] : []));
}

/** The policy without one action or resource of one statement, and without the statement when nothing is left of it. */
export function without(policy: Policy, sid: string, kind: 'Action' | 'Resource', value: string): Policy {
  const Statement = policy.Statement.flatMap((statement) => {
    if (statement.Sid !== sid) return [statement];
    const left = statement[kind].filter((item) => item !== value);
    return left.length === 0 ? [] : [{ ...statement, [kind]: left }];
  });
  return { ...policy, Statement };
}
