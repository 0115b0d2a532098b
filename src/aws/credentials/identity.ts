import type { STSClient } from '@aws-sdk/client-sts';
import { InternalError } from '../../errors.ts';
import { explainIdentityError, type Place } from '../diagnose-credentials.ts';
import { AwsError } from '../ports.ts';
import type { CredentialSource } from './model.ts';

/** Which account credentials belong to, asked once for each source whatever the number of targets that share it. */
export interface Identities {
  account(source: CredentialSource, place: Place, client: () => Promise<STSClient>): Promise<string>;
}

export function createIdentities(): Identities {
  const answers = new Map<CredentialSource, Promise<string>>();
  return {
    account(source, place, client) {
      const known = answers.get(source);
      if (known) return known.catch(() => askAndKeep());
      return askAndKeep();

      function askAndKeep(): Promise<string> {
        const answer = ask(source, place, client);
        answers.set(source, answer);
        answer.catch(() => answers.delete(source));
        return answer;
      }
    },
  };
}

async function ask(source: CredentialSource, place: Place, client: () => Promise<STSClient>): Promise<string> {
  const { account } = await source.get();
  if (account !== undefined) return account;
  const [{ GetCallerIdentityCommand }, sts] = await Promise.all([import('@aws-sdk/client-sts'), client()]);
  try {
    const answer = await sts.send(new GetCallerIdentityCommand({}));
    if (answer.Account) return answer.Account;
  } catch (error) {
    throw error instanceof AwsError ? explainIdentityError(error, place) : error;
  }
  throw new InternalError('GetCallerIdentity answered without an account.');
}
