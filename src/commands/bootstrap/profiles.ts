import type { RunContext } from '../../context.ts';
import { errorText, UserError, UserErrors } from '../../errors.ts';
import type { Target } from '../../topology/model.ts';
import type { AccountPlace } from './accounts.ts';

/** With which profile of the shared AWS configuration an account is reached. */
export interface ChosenProfile {
  readonly name: string;
  /** Somebody said that it is for this account: where it is not, nothing is done in any. */
  readonly forThisAccount: boolean;
}

/**
 * Reads the option `profile` of `bootstrap`: one for all accounts, or `ACCOUNT=PROFILE` for each. An account that it does
 * not name has the one that the configuration gives to its target, if any.
 * @param accounts those of the configuration
 * @throws UserError `profile-malformed`, `profile-twice`, `unknown-account`
 */
export function readProfiles(
  text: string | undefined,
  accounts: readonly string[],
): (target: Target) => ChosenProfile | undefined {
  const configured = ({ credentials: { profile } }: Target): ChosenProfile | undefined =>
    profile === undefined ? undefined : { name: profile, forThisAccount: true };
  if (text === undefined) return configured;
  if (!text.includes('=')) return () => ({ name: text, forThisAccount: false });
  const byAccount = new Map<string, string>();
  for (const part of text.split(',').map((word) => word.trim())) {
    const [, account, name] = /^(\d{12})=(.+)$/.exec(part) ?? [];
    if (account === undefined || name === undefined) {
      throw new UserError('profile-malformed', `"${part}" names no profile of an account`, {
        fix: [
          'Write --profile PROFILE, or --profile ACCOUNT=PROFILE,ACCOUNT=PROFILE with account ids of twelve digits.',
        ],
      });
    }
    if (byAccount.has(account)) {
      throw new UserError('profile-twice', `--profile names two profiles of the account ${account}`, {
        fix: ['Leave one of them out.'],
      });
    }
    refuseUnknown(account, accounts);
    byAccount.set(account, name);
  }
  return (target) => {
    const name = byAccount.get(target.account ?? '');
    return name === undefined ? configured(target) : { name, forThisAccount: true };
  };
}

/** @throws UserError `unknown-account` */
export function refuseUnknown(account: string, accounts: readonly string[]): void {
  if (accounts.includes(account)) return;
  throw new UserError('unknown-account', `${account} is no account of the configuration`, {
    fix: [`Its accounts are ${accounts.join(', ')}.`],
  });
}

/**
 * Asks AWS for the account of every profile that was named for one.
 * @throws UserErrors `profiles-refused` when one gives no credentials, or those of another account
 */
export async function proveProfiles(places: readonly AccountPlace[], context: RunContext): Promise<void> {
  const named = places.filter(({ profile }) => profile?.forThisAccount);
  const results = await Promise.allSettled(named.map(({ target }) => context.aws.session(target).account()));
  const errors = results.flatMap((result, index) =>
    result.status === 'rejected' ? [refusal(result.reason, named[index]?.profile?.name ?? '')] : [],
  );
  if (errors.length === 0) return;
  const what = `${errors.length} of ${named.length} profiles cannot be used; nothing was changed in any account`;
  throw new UserErrors('profiles-refused', what, errors);
}

function refusal(error: unknown, profile: string): UserError {
  const fix = error instanceof UserError && error.code !== 'wrong-account' ? error.fix : [];
  const text = errorText(error);
  return new UserError('profile-refused', text.includes(profile) ? text : `The profile "${profile}": ${text}`, {
    fix: [...fix, 'Name the profile of each account: --profile ACCOUNT=PROFILE,ACCOUNT=PROFILE.'],
    cause: error,
  });
}
