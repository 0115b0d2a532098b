import type { Clock } from '../clock.ts';
import type { Report } from '../report/events.ts';
import type { Target } from '../topology/model.ts';
import { createClientFactory } from './client-factory.ts';
import { type ContactRule, createContacts } from './contacts.ts';
import { createIdentities } from './credentials/identity.ts';
import { createResolver } from './credentials/resolve.ts';
import { cleanSessionName } from './credentials/role-arn.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { isLeftOut, type LeftOut, leftOutSession } from './left-out.ts';
import type { TargetSession } from './ports.ts';
import { createRateLimits } from './rate-limit.ts';
import { recordingTransport } from './recording-transport.ts';
import { createSession } from './session.ts';
import { createTransport, DEFAULT_TIMEOUTS, type Timeouts } from './transport.ts';

export type { ContactRule } from './contacts.ts';
export type { CallCount, Ledger, LedgerEntry, RefusedContact } from './ledger.ts';
export type { LeftOut } from './left-out.ts';

export interface AwsOptions {
  /** The environment of the process: credentials, endpoints, proxies. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly report: Report;
  /** Gets a fresh OIDC token from the CI system; absent: OIDC is not to be had. */
  readonly idToken?: (audience: string) => Promise<string>;
  /** Hides a value in all output from now on; called before anything could print it. */
  readonly maskSecret: (value: string) => void;
  /** Appended to the SDK's: `sam-multi-region/1.2.3 run/…`. */
  readonly userAgent: string;
  /** Session name of assumed roles; characters that STS does not take are replaced. */
  readonly sessionName: string;
  /** Time limits of one attempt; absent: {@link DEFAULT_TIMEOUTS}. */
  readonly timeouts?: Timeouts;
}

export interface Aws {
  /**
   * What may be asked of AWS in a target. Contacts nobody; throws a `UserError` for credential settings that AWS is
   * certain to refuse. Targets with the same account, region and credentials share everything.
   */
  session(target: Target): TargetSession;
  /** From now on nothing of these is contacted, whoever asks: sessions refuse with the `UserError` `left-out`. */
  leaveOut(what: LeftOut): void;
  /** From now on every call is judged by this rule before it is sent: `contact-refused`. Undefined lifts it. */
  restrictContacts(rule: ContactRule | undefined): void;
  /** Every call of this run so far. */
  readonly ledger: Ledger;
  /** The same with connections, time limits, restrictions and a ledger of its own; who made it closes it. */
  apart(timeouts: Timeouts): Aws;
  /** Closes the connections. */
  close(): void;
}

export function createAws(options: AwsOptions): Aws {
  const { env, clock } = options;
  const ledger = createLedger();
  const timeouts = options.timeouts ?? DEFAULT_TIMEOUTS;
  const transport = createTransport(env, timeouts);
  const contacts = createContacts(ledger, clock);
  const clients = createClientFactory({ env, clock, ledger, contacts, transport, userAgent: options.userAgent });
  const identities = createIdentities(clock);
  const polls = createRateLimits(clock);
  const resolve = createResolver({
    env,
    clock,
    transport,
    clients,
    ledger,
    contacts,
    identities,
    sessionName: cleanSessionName(options.sessionName),
    maskSecret: options.maskSecret,
    ...(options.idToken === undefined ? {} : { idToken: options.idToken }),
  });
  const sessions = new Map<string, TargetSession>();
  let leftOut: LeftOut = { targets: new Set(), regions: new Set() };

  return {
    ledger,
    leaveOut(what) {
      leftOut = what;
    },
    restrictContacts: contacts.restrict,
    session(target) {
      if (isLeftOut(target, leftOut)) return leftOutSession(target);
      const { region, partition, account, credentials } = target;
      const key = JSON.stringify([region, partition, account, Object.entries(credentials).sort()]);
      const known = sessions.get(key);
      if (known) return known.target === target.name ? known : { ...known, target: target.name };
      const made = createSession({
        target,
        idleMs: timeouts.idleMs,
        credentials: resolve(target),
        clients,
        identities,
        env,
        clock,
        polls,
        maskSecret: options.maskSecret,
        recorded: (call) => recordingTransport(transport, ledger, contacts, clock, call),
      });
      sessions.set(key, made);
      return made;
    },
    apart: (limits) => createAws({ ...options, timeouts: limits }),
    close() {
      // What nobody waits for any more, because its region is silent, is not tried again: it would hold the process.
      contacts.restrict(() => 'the run has ended');
      transport.destroy();
    },
  };
}
