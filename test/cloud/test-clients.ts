import type { Cloud } from './index.ts';

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Options of an SDK client that talks to the local AWS; the keys default to the root of the first account. */
export function clientOptions(cloud: Pick<Cloud, 'url'>, region: string, credentials: Keys = rootKeys('111111111111')) {
  return { region, endpoint: cloud.url, credentials };
}

export function rootKeys(account: string): Keys {
  return { accessKeyId: account, secretAccessKey: 'local' };
}

/** The keys of an answer of AssumeRole*. */
export function keysOf(answer: {
  readonly Credentials?:
    | {
        readonly AccessKeyId?: string | undefined;
        readonly SecretAccessKey?: string | undefined;
        readonly SessionToken?: string | undefined;
      }
    | undefined;
}): Keys {
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = answer.Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

/** The error a call ends with. @throws when it succeeds. */
export async function errorOf(call: Promise<unknown>): Promise<Error> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  if (outcome === undefined) throw new Error('the call succeeded');
  return outcome;
}
