import type { Clock } from '../../clock.ts';
import type { Env } from '../endpoint.ts';
import type { Transport } from '../transport.ts';
import type { CredentialSource, Credentials } from './model.ts';
import { fixed, renewing } from './renewing.ts';

/** Keys in the environment, as configured by an earlier step; undefined when there are none. */
export function environmentKeys(env: Env): Credentials | undefined {
  const accessKeyId = env['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY'];
  if (!accessKeyId || !secretAccessKey) return undefined;
  const sessionToken = env['AWS_SESSION_TOKEN'];
  const expiration = Date.parse(env['AWS_CREDENTIAL_EXPIRATION'] ?? '');
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    ...(Number.isNaN(expiration) ? {} : { expiresAt: expiration }),
  };
}

export interface AmbientOptions {
  readonly env: Env;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly region: string;
}

/**
 * What the machine offers: keys in the environment, else the SDK's own chain (shared files and SSO, web identity file,
 * container, instance), which loads only then.
 */
export function ambient({ env, clock, transport, region }: AmbientOptions): CredentialSource {
  const keys = environmentKeys(env);
  if (keys) return fixed(keys);
  return renewing(async () => {
    const { defaultProvider } = await import('@aws-sdk/credential-provider-node');
    const found = await defaultProvider({ clientConfig: { region, requestHandler: transport } })();
    return fromSdk(found);
  }, clock);
}

/** The SDK's credentials as ours. */
export function fromSdk(found: {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}): Credentials {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = found;
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    ...(expiration === undefined ? {} : { expiresAt: expiration.getTime() }),
  };
}
