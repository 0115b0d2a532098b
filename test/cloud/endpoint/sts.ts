import { acceptAssumption, sessionTags } from './assume-role.ts';
import type { AwsError } from './error-answer.ts';
import type { ForwardOptions } from './forward.ts';
import type { Principal } from './sessions.ts';
import { type AcceptedIdentity, acceptIdentity } from './web-identity.ts';
import type { World } from './world.ts';

/** Calls of STS that hand out credentials and so pass through {@link stsOptions}. */
const ISSUING = new Set(['AssumeRole', 'AssumeRoleWithWebIdentity', 'GetSessionToken', 'GetFederationToken']);

/** How to pass an STS call on, or the refusal the emulator does not know; undefined where nothing is special. */
export async function stsOptions(
  world: World,
  action: string,
  body: Buffer | undefined,
  caller: Principal | undefined,
): Promise<ForwardOptions | AwsError | undefined> {
  if (action === 'GetCallerIdentity' && caller?.kind === 'user' && !world.auth) return { rewrite: namedAs(caller) };
  if (!ISSUING.has(action) || body === undefined) return undefined;
  const parameters = new URLSearchParams(body.toString());
  if (action === 'AssumeRoleWithWebIdentity') {
    const accepted = await acceptIdentity(world, parameters);
    if ('code' in accepted) return accepted;
    return issue(world, parameters, accepted.seconds, undefined, accepted);
  }
  // The keys of functions' roles are issued inside the emulator, which then judges the call alone.
  if (caller === undefined) return undefined;
  if (action !== 'AssumeRole')
    return issue(world, parameters, Number(parameters.get('DurationSeconds') ?? 43_200), caller);
  const seconds = await acceptAssumption(world.upstream, caller, parameters);
  return typeof seconds === 'number' ? issue(world, parameters, seconds, caller) : seconds;
}

/** Without signatures the emulator takes every user for the root of the account. */
function namedAs(user: Principal): (xml: string) => string {
  return (xml) => xml.replace(/(<Arn>)[^<]*/, (_, tag: string) => `${tag}${user.arn}`);
}

/** Notes the keys in the answer and makes it true where the emulator's is not. */
function issue(
  world: World,
  parameters: URLSearchParams,
  seconds: number,
  caller: Principal | undefined,
  identity?: AcceptedIdentity,
): ForwardOptions {
  return {
    rewrite(xml) {
      const lifetime = Math.min(seconds, world.settings().sessionSeconds ?? seconds);
      // AWS gives whole seconds.
      const expires = Math.floor(Date.now() / 1000 + lifetime) * 1000;
      const answered = xml.replace(/(<Expiration>)[^<]*/, `$1${new Date(expires).toISOString().replace('.000Z', 'Z')}`);
      const tags = sessionTags(parameters);
      const policy = parameters.get('Policy');
      const token = element(xml, 'SessionToken');
      world.sessions.remember(element(xml, 'AccessKeyId'), {
        ...holder(xml, caller),
        secret: element(xml, 'SecretAccessKey'),
        token,
        expires,
        ...(policy === null ? {} : { policy }),
        ...(Object.keys(tags).length === 0 ? {} : { tags }),
      });
      return identity === undefined ? answered : describe(answered, identity);
    },
  };
}

function holder(xml: string, caller: Principal | undefined): Pick<Principal, 'arn' | 'account' | 'kind'> {
  const arn = element(xml, 'Arn');
  if (arn === '' && caller !== undefined) return { arn: caller.arn, account: caller.account, kind: caller.kind };
  const kind = arn.includes(':federated-user/') ? 'federated' : 'role-session';
  return { arn, account: arn.split(':')[4] ?? '', kind };
}

function describe(xml: string, identity: AcceptedIdentity): string {
  return xml
    .replace(/(<SubjectFromWebIdentityToken>)[^<]*/, (_, tag: string) => `${tag}${identity.subject}`)
    .replace(/(<Audience>)[^<]*/, (_, tag: string) => `${tag}${identity.audience}`)
    .replace(/(<Provider>)[^<]*/, (_, tag: string) => `${tag}${identity.providerArn}`);
}

function element(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
}
