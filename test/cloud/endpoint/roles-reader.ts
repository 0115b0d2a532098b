import { iam } from './roles.ts';
import type { Upstream } from './upstream.ts';

/** A role as far as assuming it goes. */
export interface RoleFacts {
  readonly trust: unknown;
  readonly maxSessionSeconds: number;
}

export interface RoleArn {
  readonly account: string;
  readonly name: string;
  readonly partition: string;
}

export function parseRoleArn(arn: string): RoleArn | undefined {
  const [, partition, account, path] = /^arn:([^:]+):iam::(\d{12}):role\/(.+)$/.exec(arn) ?? [];
  if (partition === undefined || account === undefined || path === undefined) return undefined;
  return { partition, account, name: path.slice(path.lastIndexOf('/') + 1) };
}

/** Reads a role of any account; undefined when it does not exist. */
export async function readRole(upstream: Upstream, role: RoleArn): Promise<RoleFacts | undefined> {
  const xml = await iam(upstream, role.account, { Action: 'GetRole', RoleName: role.name }, ['NoSuchEntity']);
  const document = /<AssumeRolePolicyDocument>([\s\S]*?)<\/AssumeRolePolicyDocument>/.exec(xml)?.[1];
  if (document === undefined) return undefined;
  const text = document.replace(/&(quot|lt|gt|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
  return {
    trust: JSON.parse(text.trimStart().startsWith('%') ? decodeURIComponent(text) : text),
    maxSessionSeconds: Number(/<MaxSessionDuration>(\d+)</.exec(xml)?.[1] ?? 3600),
  };
}

/** The client ids an OIDC provider accepts; undefined when the account has no such provider. */
export async function readProvider(upstream: Upstream, arn: string): Promise<readonly string[] | undefined> {
  const account = arn.split(':')[4] ?? '';
  const parameters = { Action: 'GetOpenIDConnectProvider', OpenIDConnectProviderArn: arn };
  const xml = await iam(upstream, account, parameters, ['NoSuchEntity']);
  const list = /<ClientIDList>([\s\S]*?)<\/ClientIDList>/.exec(xml)?.[1];
  if (!xml.includes('GetOpenIDConnectProviderResult')) return undefined;
  return [...(list ?? '').matchAll(/<member>([^<]*)<\/member>/g)].map((match) => match[1] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&apos;': "'",
  '&amp;': '&',
};
