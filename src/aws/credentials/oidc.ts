import type { STSClient } from '@aws-sdk/client-sts';
import type { Clock } from '../../clock.ts';
import { AwsError } from '../ports.ts';
import { type IssuedCredentials, issued } from './assume-role.ts';
import type { RoleArn } from './role-arn.ts';

/** STS could not check the token at that moment: a new token and some patience may do (aws-actions/configure-aws-credentials#299). */
const WORTH_A_NEW_TOKEN = new Set(['IDPCommunicationError', 'IDPCommunicationErrorException', 'InvalidIdentityToken']);
const ATTEMPTS = 5;
/** Says of the same code that the account's identity provider is missing or set up for another audience. */
const PERMANENT = /No OpenIDConnect provider found|audience/i;

export interface WebIdentityOptions {
  readonly role: RoleArn;
  readonly audience: string;
  readonly sessionName: string;
  readonly sessionPolicy?: string;
  readonly durationSeconds?: number;
  readonly idToken: (audience: string) => Promise<string>;
  readonly client: () => Promise<STSClient>;
  readonly clock: Clock;
  /** Makes a refusal readable: gets the token that was refused. */
  readonly refused: (error: AwsError, token: string) => Error;
}

/** The audience that STS of a partition expects (README of aws-actions/configure-aws-credentials). */
export function audienceOf(partition: string): string {
  return partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}

/** AssumeRoleWithWebIdentity with a token of its own for every attempt: tokens live for minutes. */
export async function assumeWithWebIdentity(options: WebIdentityOptions): Promise<IssuedCredentials> {
  const { role, clock } = options;
  const [{ AssumeRoleWithWebIdentityCommand }, client] = await Promise.all([
    import('@aws-sdk/client-sts'),
    options.client(),
  ]);
  for (let attempt = 1; ; attempt += 1) {
    const token = await options.idToken(options.audience);
    try {
      const answer = await client.send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn: role.arn,
          RoleSessionName: options.sessionName,
          WebIdentityToken: token,
          Policy: options.sessionPolicy,
          DurationSeconds: options.durationSeconds,
        }),
      );
      return issued(answer.Credentials, answer.AssumedRoleUser?.Arn, role);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      if (!isPassing(error) || attempt >= ATTEMPTS) throw options.refused(error, token);
      await clock.sleep(clock.random() * Math.min(8_000, 500 * 2 ** attempt));
    }
  }
}

function isPassing({ code, message }: AwsError): boolean {
  return WORTH_A_NEW_TOKEN.has(code) && !PERMANENT.test(message);
}
