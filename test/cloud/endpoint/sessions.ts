/** A principal whose keys this endpoint has seen being issued. */
export interface Principal {
  readonly arn: string;
  readonly account: string;
  readonly secret: string;
  /** Undefined for the long-lived key of a user. */
  readonly token: string | undefined;
  /** Milliseconds since the epoch; undefined: never. */
  readonly expires: number | undefined;
  readonly kind: 'root' | 'user' | 'role-session' | 'federated';
  /** What the session was narrowed and described with, as given. */
  readonly policy?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export type Lookup =
  | { readonly kind: 'known'; readonly principal: Principal }
  | { readonly kind: 'expired'; readonly principal: Principal }
  | { readonly kind: 'unknown' };

/** A session as tests look at it: everything but its keys. */
export interface SessionRecord {
  readonly arn: string;
  readonly account: string;
  readonly kind: Principal['kind'];
  /** Milliseconds since the epoch. */
  readonly expires: number | undefined;
  /** The session policy as it was given. */
  readonly policy?: string;
  /** The session tags. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Who holds which access key. The root of an account signs with the account's id as access key. */
export interface Sessions {
  remember(accessKey: string, principal: Principal): void;
  lookup(accessKey: string, token: string | undefined): Lookup;
  /** Everything issued so far, oldest first. */
  list(): readonly SessionRecord[];
  clear(): void;
}

export function createSessions(accounts: readonly string[], now: () => number = Date.now): Sessions {
  const known = new Map<string, Principal>();
  const roots = new Set(accounts);
  return {
    remember: (accessKey, principal) => void known.set(accessKey, principal),
    list: () => [...known.values()].map(({ secret: _, token: __, ...record }) => record),
    clear: () => known.clear(),
    lookup(accessKey, token) {
      if (roots.has(accessKey)) return { kind: 'known', principal: rootOf(accessKey) };
      const principal = known.get(accessKey);
      if (principal === undefined || (principal.token !== undefined && principal.token !== token))
        return { kind: 'unknown' };
      const expired = principal.expires !== undefined && now() >= principal.expires;
      return { kind: expired ? 'expired' : 'known', principal };
    },
  };
}

function rootOf(account: string): Principal {
  return {
    arn: `arn:aws:iam::${account}:root`,
    account,
    secret: '',
    token: undefined,
    expires: undefined,
    kind: 'root',
  };
}
