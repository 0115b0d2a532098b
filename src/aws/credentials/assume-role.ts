import type { STSClient, Credentials as StsCredentials } from '@aws-sdk/client-sts';
import { InternalError } from '../../errors.ts';
import { AwsError } from '../ports.ts';
import type { Credentials } from './model.ts';
import { accountOfArn, type RoleArn } from './role-arn.ts';

export type IssuedCredentials = Credentials & { readonly expiresAt: number; readonly account: string };

export interface AssumeRoleOptions {
  readonly role: RoleArn;
  readonly sessionName: string;
  readonly externalId?: string;
  readonly sessionTags?: Readonly<Record<string, string>>;
  readonly sessionPolicy?: string;
  readonly durationSeconds?: number;
  readonly client: () => Promise<STSClient>;
  readonly refused: (error: AwsError) => Error;
}

/** AssumeRole with the credentials of the client. */
export async function assumeRole(options: AssumeRoleOptions): Promise<IssuedCredentials> {
  const { role, sessionTags } = options;
  const [{ AssumeRoleCommand }, client] = await Promise.all([import('@aws-sdk/client-sts'), options.client()]);
  try {
    const answer = await client.send(
      new AssumeRoleCommand({
        RoleArn: role.arn,
        RoleSessionName: options.sessionName,
        ExternalId: options.externalId,
        Policy: options.sessionPolicy,
        DurationSeconds: options.durationSeconds,
        Tags: sessionTags && Object.entries(sessionTags).map(([Key, Value]) => ({ Key, Value })),
      }),
    );
    return issued(answer.Credentials, answer.AssumedRoleUser?.Arn, role);
  } catch (error) {
    throw error instanceof AwsError ? options.refused(error) : error;
  }
}

/** What STS issued; the ARN of the assumed role proves the account, so nobody has to ask for it again. */
export function issued(found: StsCredentials | undefined, arn: string | undefined, role: RoleArn): IssuedCredentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = found ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
    throw new InternalError(`STS answered without credentials for ${role.arn}.`);
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiresAt: Expiration.getTime(),
    account: accountOfArn(arn) ?? role.account,
  };
}
