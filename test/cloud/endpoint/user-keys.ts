import type { ForwardOptions } from './forward.ts';
import type { Principal } from './sessions.ts';
import type { World } from './world.ts';

/** Learns the long-lived keys of users as IAM hands them out. */
export function learnUserKey(world: World, caller: Principal): ForwardOptions {
  return {
    rewrite(xml) {
      const value = (name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
      world.sessions.remember(value('AccessKeyId'), {
        arn: `arn:aws:iam::${caller.account}:user/${value('UserName')}`,
        account: caller.account,
        secret: value('SecretAccessKey'),
        token: undefined,
        expires: undefined,
        kind: 'user',
      });
      return xml;
    },
  };
}

/** Without signatures the emulator takes an account from the access key alone, and a user's key says none. */
export function asAccount(authorization: string, account: string): string {
  return authorization.replace(/Credential=[^/]+\//, `Credential=${account}/`);
}
