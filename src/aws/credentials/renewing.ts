import type { Clock } from '../../clock.ts';
import type { CredentialSource, Credentials } from './model.ts';

const RENEWAL_MARGIN_MS = 5 * 60_000;
/** Short sessions are renewed in their last tenth, or they would be renewed all the time. */
const RENEWAL_SHARE = 0.1;
/** Credentials younger than this are as good as their source gives: asking again would not make them last longer. */
const JUST_OBTAINED_MS = 60_000;
/** After a renewal that failed, credentials that are still good serve this long before it is tried again. */
const RETRY_RENEWAL_MS = 20_000;

/**
 * Keeps what `fetch` brought until shortly before it expires. One request at a time whoever asks; a renewal that fails
 * harms nobody while the old credentials are valid.
 */
export function renewing(fetch: () => Promise<Credentials>, clock: Clock): CredentialSource {
  let current: { readonly credentials: Credentials; readonly since: number; renewAt: number } | undefined;
  let request: Promise<Credentials> | undefined;

  async function renew(): Promise<Credentials> {
    const old = current;
    try {
      const credentials = await fetch();
      const since = clock.now();
      current = { credentials, since, renewAt: renewalTime(credentials, since) };
      return credentials;
    } catch (error) {
      if (old === undefined || old !== current || (old.credentials.expiresAt ?? 0) <= clock.now()) throw error;
      old.renewAt = clock.now() + RETRY_RENEWAL_MS;
      return old.credentials;
    } finally {
      request = undefined;
    }
  }

  return {
    async get(validForMs = 0) {
      const now = clock.now();
      if (current && now < current.renewAt) {
        const lastsMs = (current.credentials.expiresAt ?? Number.POSITIVE_INFINITY) - now;
        if (lastsMs >= validForMs || now - current.since < JUST_OBTAINED_MS) return current.credentials;
      }
      request ??= renew();
      return request;
    },
    invalidate(used) {
      if (current?.credentials.accessKeyId === used.accessKeyId) current = undefined;
      return true;
    },
  };
}

/** When to renew credentials that were obtained at `now`, milliseconds since the epoch. */
function renewalTime(credentials: Credentials, now: number): number {
  const { expiresAt } = credentials;
  if (expiresAt === undefined) return Number.POSITIVE_INFINITY;
  return expiresAt - Math.min(RENEWAL_MARGIN_MS, (expiresAt - now) * RENEWAL_SHARE);
}

/** Credentials that are what they are: an environment variable does not renew itself. */
export function fixed(credentials: Credentials): CredentialSource {
  return { get: async () => credentials, invalidate: () => false };
}
