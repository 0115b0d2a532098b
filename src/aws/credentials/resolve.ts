import type { STSClient } from '@aws-sdk/client-sts';
import type { Clock } from '../../clock.ts';
import { UserError } from '../../errors.ts';
import type { Target } from '../../topology/model.ts';
import type { ClientFactory } from '../client-factory.ts';
import type { Contacts } from '../contacts.ts';
import { explainLookup, explainRefusal, oidcFailed, oidcUnavailable } from '../diagnose-credentials.ts';
import type { Env } from '../endpoint.ts';
import type { WritableLedger } from '../ledger.ts';
import { recordingTransport } from '../recording-transport.ts';
import type { Transport } from '../transport.ts';
import { ambient, environmentKeys } from './ambient.ts';
import { assumeRole } from './assume-role.ts';
import type { Identities } from './identity.ts';
import type { CredentialSource, Credentials } from './model.ts';
import { assumeWithWebIdentity, audienceOf } from './oidc.ts';
import { profileSource } from './profile.ts';
import { fixed, renewing } from './renewing.ts';
import { completeRole, type RoleArn } from './role-arn.ts';
import { checkSettings, sourceOf } from './settings.ts';

export interface ResolverOptions {
  readonly env: Env;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly clients: ClientFactory;
  readonly ledger: WritableLedger;
  readonly contacts: Contacts;
  readonly identities: Identities;
  readonly sessionName: string;
  readonly idToken?: (audience: string) => Promise<string>;
  readonly maskSecret: (value: string) => void;
}

/** Gives each target its credentials; what several targets share is obtained once. Contacts nobody until asked. */
export function createResolver(options: ResolverOptions): (target: Target) => CredentialSource {
  const { env, clock, transport, clients, identities, sessionName } = options;
  const shared = new Map<string, CredentialSource>();
  const recorded = recordingTransport(transport, options.ledger, options.contacts, clock);

  function once(key: readonly unknown[], make: () => CredentialSource): CredentialSource {
    const text = JSON.stringify(key);
    const known = shared.get(text);
    if (known) return known;
    const made = make();
    shared.set(text, made);
    return made;
  }

  async function hidden(fetch: Promise<Credentials>): Promise<Credentials> {
    const credentials = await fetch;
    options.maskSecret(credentials.secretAccessKey);
    if (credentials.sessionToken) options.maskSecret(credentials.sessionToken);
    return credentials;
  }

  async function freshToken(target: Target, audience: string): Promise<string> {
    if (!options.idToken) throw oidcUnavailable(target.name);
    try {
      const token = await options.idToken(audience);
      options.maskSecret(token);
      return token;
    } catch (error) {
      throw oidcFailed(target.name, error);
    }
  }

  /** Credentials to begin with: keys in the environment are the same for all, anything else is looked up per region. */
  function base(target: Target, profile: string | undefined): CredentialSource {
    const keys = profile === undefined ? environmentKeys(env) : undefined;
    if (keys) {
      return once(['environment'], () => {
        void hidden(Promise.resolve(keys));
        return fixed(keys);
      });
    }
    const { region } = target;
    return once(['base', profile, region], () => {
      const source =
        profile === undefined
          ? ambient({ env, clock, transport: recorded, region })
          : profileSource({ profile, region, clock, transport: recorded });
      return {
        get: async () => {
          try {
            return await hidden(source.get());
          } catch (error) {
            throw explainLookup(error, target.name, env, profile);
          }
        },
        invalidate: (used) => source.invalidate(used),
      };
    });
  }

  /** Role number `index` of the chain; only the last one takes the target's own session settings. */
  function hop(target: Target, index: number): CredentialSource {
    const { credentials, region, partition, account } = target;
    const roles = [...(credentials.via ?? []), ...(credentials.role === undefined ? [] : [credentials.role])];
    const role = roles[index];
    const source = sourceOf(credentials, env, options.idToken !== undefined);
    if (role === undefined) return base(target, source === 'profile' ? credentials.profile : undefined);
    const final = index === roles.length - 1;
    const own = final ? finalSettings(target) : {};
    const web = source === 'oidc' && index === 0;
    const audience = credentials.audience ?? audienceOf(partition);
    const path = [source, credentials.profile, roles.slice(0, index + 1), region, partition, account];

    return once(['role', path, own, web ? audience : ''], () => {
      const before = web
        ? undefined
        : index > 0
          ? hop(target, index - 1)
          : hop({ ...target, credentials: withoutRoles(target) }, 0);
      let client: Promise<STSClient> | undefined;
      const sts = () => {
        client ??= clients.sts(region, before ? { credentials: before } : {});
        return client;
      };
      return renewing(async () => {
        const arn = await completed(role, target, before, sts);
        const common = { role: arn, sessionName, client: sts, ...own };
        const place = { role: arn, region, partition };
        return hidden(
          web
            ? assumeWithWebIdentity({
                ...common,
                audience,
                clock,
                idToken: () => freshToken(target, audience),
                refused: (error, token) => explainRefusal(error, { ...place, token }),
              })
            : assumeRole({ ...common, refused: (error) => explainRefusal(error, place) }),
        );
      }, clock);
    });
  }

  /** A bare role name needs an account: the target's, or that of the credentials which assume it. */
  async function completed(
    role: string,
    target: Target,
    before: CredentialSource | undefined,
    client: () => Promise<STSClient>,
  ): Promise<RoleArn> {
    if (target.account !== undefined || role.startsWith('arn:')) {
      return completeRole(role, target.partition, target.account ?? '');
    }
    if (before) return completeRole(role, target.partition, await identities.account(before, target, client));
    throw new UserError('account-missing', `${target.name} names the role "${role}" but no account to find it in.`, {
      fix: [`Give the account of ${target.name}, or the whole ARN of the role.`],
    });
  }

  return (target) => {
    checkSettings(target, env, options.idToken !== undefined);
    const { via = [], role } = target.credentials;
    return hop(target, Math.max(0, via.length + (role === undefined ? 0 : 1) - 1));
  };
}

function withoutRoles(target: Target): Target['credentials'] {
  const { role: _role, via: _via, ...rest } = target.credentials;
  return rest.source === 'auto' ? { ...rest, source: rest.profile === undefined ? 'ambient' : 'profile' } : rest;
}

function finalSettings({ credentials }: Target) {
  const { externalId, sessionTags, sessionPolicy, durationSeconds } = credentials;
  return {
    ...(externalId === undefined ? {} : { externalId }),
    ...(sessionTags === undefined ? {} : { sessionTags }),
    ...(sessionPolicy === undefined ? {} : { sessionPolicy }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
  };
}
