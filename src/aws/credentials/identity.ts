import type { STSClient } from '@aws-sdk/client-sts';
import type { Clock } from '../../clock.ts';
import { InternalError } from '../../errors.ts';
import { explainIdentityError, type Place } from '../diagnose-credentials.ts';
import { AwsError } from '../ports.ts';
import type { CredentialSource } from './model.ts';

/**
 * Which account credentials belong to, asked once for each source whatever the number of targets that share it. A target
 * does not wait for the region of another one that is silent: then it asks in its own.
 */
export interface Identities {
  account(source: CredentialSource, place: Place, client: () => Promise<STSClient>): Promise<string>;
}

/** Milliseconds after which a region counts as silent; STS answers in a fraction of it. */
const SILENT_MS = 1_000;

export function createIdentities(clock: Clock): Identities {
  const answers = new Map<CredentialSource, { readonly region: string; readonly account: Promise<string> }>();
  return {
    account(source, place, client) {
      const { region } = place;
      const known = answers.get(source);
      if (known === undefined) return askAndKeep();
      const other = known.account.catch(() => askAndKeep());
      return known.region === region ? other : inTimeOrHere(other);

      function askAndKeep(): Promise<string> {
        const asked = { region, account: ask(source, place, client) };
        answers.set(source, asked);
        asked.account.catch(() => answers.get(source) === asked && answers.delete(source));
        return asked.account;
      }

      async function inTimeOrHere(answer: Promise<string>): Promise<string> {
        const answered = new AbortController();
        const late = clock.sleep(SILENT_MS, answered.signal).then(
          () => undefined,
          () => undefined,
        );
        const first = await Promise.race([answer, late]).finally(() => answered.abort());
        if (first !== undefined) return first;
        // Another target may have given up before, and asked in its own region: that is as good.
        const newest = answers.get(source);
        const own = newest === undefined || newest === known ? askAndKeep() : newest.account;
        return Promise.any([answer, own]).catch(() => own);
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
