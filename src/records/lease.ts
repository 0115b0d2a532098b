import { AwsError } from '../aws/ports.ts';
import type { Storage } from '../aws/storage-port.ts';
import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import { isDead } from './dead-holder.ts';
import { createLeaseCover, type LeaseCover } from './lease-cover.ts';
import { type LeaseDocument, type LeaseHolder, parseLease } from './lease-document.ts';
import { leaseLost, leaseUnsure } from './lease-lost.ts';

export type { LeaseHolder } from './lease-document.ts';

export interface LeasePorts {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told once when somebody else holds the lease and we wait. */
  readonly onWait: (text: string) => void;
  /** Told when the lease of a run that is known to be dead is taken before it has expired. */
  readonly onTakeOver: (text: string) => void;
  /** Whether this machine has no process of this id. */
  readonly processGone: (id: number) => boolean;
}

export interface LeaseOptions {
  readonly bucket: string;
  readonly key: string;
  readonly holder: LeaseHolder;
  /** What the lease is on, for sentences: the target's name. */
  readonly target: string;
  /** Milliseconds to wait for another holder; 0 refuses at once. */
  readonly waitMs: number;
  /** Take it whoever holds it: that run stops at its next write. */
  readonly seize?: boolean;
  /** Shared by all leases of the run; absent: it has no other. */
  readonly cover?: LeaseCover;
}

/** A target held by this process: nobody else writes to it. */
export interface Lease {
  /** Runs that died here and may have left something behind, oldest first. */
  readonly deadRuns: readonly string[];
  /** Asked before each write; throws `lease-lost` when somebody else took it or it ran out. */
  assertHeld(): Promise<void>;
  /**
   * The same for a write somewhere else: makes no call while the lease has long to go. One that has run out in a region that
   * does not answer is lost only if all leases of this run had run out since: see {@link LeaseCover}.
   * @throws UserError `lease-lost`; AwsError where that cannot be told
   */
  stillHeld(): Promise<void>;
  release(): Promise<void>;
}

/** How long a lease keeps others out when its holder is dead and nobody can tell. */
export const LEASE_MS = 120_000;
/** A stack may take an hour without a write of ours: the lease is renewed all the same. */
const HEARTBEAT_MS = LEASE_MS / 3;
/** A failover takes a lease that has not ended: a write that begins this long after the last look looks again. */
const LOOK_MS = 5_000;
const RETRY_MS = 5_000;
/** A write that begins must have reached AWS before others may begin, and clocks are compared to some seconds. */
const SAFETY_MS = 15_000;
/** A lease that is given back, or written, just while it is looked at is looked at again. */
const LOOKS = 3;
const DEAD_RUNS_KEPT = 20;

/**
 * Takes the lease of a target by a conditional write in the target's own bucket. A lease that has expired, or whose
 * holder is known to be dead, is taken over; another one is waited for. Expiry is judged by the storage's clock (the
 * `Date` of its answers), so that a wrong clock on a laptop cannot steal a lease.
 * @throws UserError `lease-held` when it is not free within `waitMs`; AwsError
 */
export async function acquireLease(wanted: LeaseOptions, ports: LeasePorts): Promise<Lease> {
  const options = { ...wanted, cover: wanted.cover ?? createLeaseCover() };
  const deadline = ports.clock.now() + options.waitMs;
  let told = false;
  for (;;) {
    const attempt = await tryAcquire(options, ports);
    if (attempt.kind === 'held') return createLease(options, ports, attempt);
    const { holder, since, expires } = attempt.document;
    const sentence = `${options.target} is being worked on by ${holder.who} (${holder.command}, since ${since})`;
    const left = deadline - ports.clock.now();
    if (left <= 0) {
      throw new UserError('lease-held', sentence, {
        fix: [
          'Wait until that run ends, or let this one wait longer with lock-wait.',
          `If that run is dead, its lease ends by itself at ${expires}.`,
        ],
      });
    }
    if (!told) ports.onWait(`${sentence}: waiting`);
    told = true;
    await ports.clock.sleep(Math.min(RETRY_MS, left), ports.signal);
  }
}

type Options = LeaseOptions & { readonly cover: LeaseCover };

interface Held {
  readonly kind: 'held';
  /** Of the {@link LeaseCover}, when this was asked for. */
  readonly gaps: number;
  readonly etag: string;
  /** On our own clock. */
  readonly expiresAt: number;
  /** Milliseconds that the storage's clock is ahead of ours. */
  readonly skewMs: number;
  /** As they are stored. */
  readonly holder: LeaseHolder;
  readonly since: string;
}

interface Taken {
  readonly kind: 'taken';
  readonly document: LeaseDocument;
}

/** A clock that is wrong by more than this would make the lease end too early or too late for others. */
const TOLERATED_SKEW_MS = 5_000;

async function tryAcquire(options: Options, ports: LeasePorts): Promise<Held | Taken> {
  for (let look = 1; look < LOOKS; look += 1) {
    const found = await lookOnce(options, ports);
    if (found !== undefined) return found;
  }
  return (await lookOnce(options, ports)) ?? { kind: 'taken', document: unknownHolder(ports) };
}

/** Undefined when somebody else wrote or removed the lease meanwhile. */
async function lookOnce(options: Options, ports: LeasePorts): Promise<Held | Taken | undefined> {
  const { storage, clock } = ports;
  const created = await write(options, ports, options, 0, { ifAbsent: true });
  if (created !== undefined) return correctSkew(created, options, ports);
  const head = await storage.head(options.bucket, options.key);
  const skewMs = (head?.serverTime ?? clock.now()) - clock.now();
  const current = await storage.getText(options.bucket, options.key);
  if (head === undefined || current === undefined) return undefined;
  // A document nobody can read holds nobody's work: it is replaced, guarded by its ETag.
  const document = parseLease(current.text);
  const now = clock.now() + skewMs;
  const dead = document !== undefined && isDead(document.holder, options.holder, ports.processGone);
  const ended = document === undefined || Date.parse(document.expires) <= now || dead;
  const free = ended || options.seize === true;
  if (!free && document.holder.run !== options.holder.run) return { kind: 'taken', document };
  const holder = successor(options.holder, document?.holder);
  const taken = await write(options, ports, { holder }, skewMs, { ifMatch: current.etag });
  if (taken !== undefined && dead && Date.parse(document.expires) > now) {
    const { who, command } = document.holder;
    ports.onTakeOver(`the lease of ${who} (${command}), which has ended, is taken over`);
  } else if (taken !== undefined && !ended && document.holder.run !== options.holder.run) {
    const { who, command } = document.holder;
    ports.onTakeOver(`the lease of ${who} (${command}) is taken away: it stops at its next write`);
  }
  return taken;
}

/** What dead runs left behind is remembered until a run has ended in order. */
function successor(holder: LeaseHolder, before: LeaseHolder | undefined): LeaseHolder {
  if (before === undefined || before.run === holder.run) return holder;
  return { ...holder, deadRuns: [...(before.deadRuns ?? []), before.run].slice(-DEAD_RUNS_KEPT) };
}

function unknownHolder({ clock }: LeasePorts): LeaseDocument {
  const now = new Date(clock.now()).toISOString();
  return { version: 1, holder: { run: '', who: 'another run', command: 'unknown' }, since: now, expires: now };
}

async function write(
  options: Options,
  ports: LeasePorts,
  { holder, since }: Pick<Held, 'holder'> & Partial<Pick<Held, 'since'>>,
  skewMs: number,
  condition: { readonly ifAbsent: true } | { readonly ifMatch: string },
): Promise<Held | undefined> {
  const started = ports.clock.now();
  const gaps = options.cover.gaps(started);
  const now = started + skewMs;
  const document: LeaseDocument = {
    version: 1,
    holder,
    since: since ?? new Date(now).toISOString(),
    expires: new Date(now + LEASE_MS).toISOString(),
  };
  try {
    const { etag, serverTime } = await ports.storage.putText(
      options.bucket,
      options.key,
      JSON.stringify(document),
      condition,
    );
    // Counted from before the call: our idea of the expiry is never later than the storage's.
    options.cover.extend(started + LEASE_MS - SAFETY_MS);
    return {
      kind: 'held',
      gaps,
      etag,
      holder,
      since: document.since,
      expiresAt: started + LEASE_MS,
      skewMs: serverTime === undefined ? skewMs : serverTime - ports.clock.now(),
    };
  } catch (error) {
    if (error instanceof AwsError && (error.kind === 'conflict' || error.kind === 'not-found')) return undefined;
    throw error;
  }
}

/**
 * Writes the lease once more when our clock is wrong: others judge it by the storage's. Undefined when one of them did
 * so before the correction and holds it now.
 */
async function correctSkew(held: Held, options: Options, ports: LeasePorts): Promise<Held | undefined> {
  if (Math.abs(held.skewMs) <= TOLERATED_SKEW_MS) return held;
  return write(options, ports, held, held.skewMs, { ifMatch: held.etag });
}

/** A renewal whose answer was lost looks like a conflict with ourselves: what is stored tells. */
async function ownWrite(before: Held, options: Options, { storage, clock }: LeasePorts): Promise<Held | undefined> {
  const gaps = options.cover.gaps(clock.now());
  const current = await storage.getText(options.bucket, options.key);
  const document = current && parseLease(current.text);
  return document && document.holder.run === options.holder.run ? { ...before, gaps, etag: current.etag } : undefined;
}

function createLease(options: Options, ports: LeasePorts, first: Held): Lease {
  let held: Held | undefined = first;
  let renewing: Promise<void> | undefined;
  let seenAt = ports.clock.now();
  const released = new AbortController();
  const renew = (): Promise<void> => {
    renewing ??= (async () => {
      const before = held;
      if (before === undefined || released.signal.aborted) return;
      held =
        (await write(options, ports, before, before.skewMs, { ifMatch: before.etag })) ??
        (await ownWrite(before, options, ports));
      seenAt = ports.clock.now();
    })().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
  const look = async (): Promise<void> => {
    const before = held;
    if (before === undefined || ports.clock.now() - seenAt < LOOK_MS) return;
    const head = await ports.storage.head(options.bucket, options.key);
    seenAt = ports.clock.now();
    if (head?.etag !== before.etag && held === before) held = await ownWrite(before, options, ports);
  };
  const heartbeat = async (): Promise<void> => {
    while (held !== undefined && !released.signal.aborted) {
      await ports.clock.sleep(HEARTBEAT_MS, released.signal);
      // A region that does not answer now may answer before the lease ends; every write asks again.
      await renew().catch(() => undefined);
    }
  };
  heartbeat().catch(() => undefined);
  /** Whether somebody else may have taken it since it was asked for last, wherever the other targets are. */
  const isDoubtful = (): boolean => held !== undefined && held.gaps < options.cover.gaps(ports.clock.now());
  const isDue = (): boolean =>
    held !== undefined && (held.expiresAt - ports.clock.now() < LEASE_MS / 2 || isDoubtful());
  const confirm = async (): Promise<void> => {
    try {
      // One that is under way may have begun before the leases ran out.
      for (let tries = 0; tries < 2 && isDue(); tries += 1) await renew();
    } catch (error) {
      throw isDoubtful() ? leaseUnsure(options.target, error) : error;
    }
    if (held === undefined || isDoubtful()) throw leaseLost(options.target);
  };
  return {
    deadRuns: first.holder.deadRuns ?? [],
    async assertHeld() {
      if (held === undefined) throw leaseLost(options.target);
      // A region that cannot be asked cannot have given it away either, as far as the lease lasts.
      if (isDue()) await confirm();
      else await look().catch(() => undefined);
      if (held === undefined || held.expiresAt - SAFETY_MS <= ports.clock.now()) throw leaseLost(options.target);
    },
    stillHeld: confirm,
    async release() {
      released.abort();
      await renewing?.catch(() => undefined);
      if (held === undefined) return;
      const { etag } = held;
      held = undefined;
      try {
        await ports.storage.delete(options.bucket, options.key, etag);
      } catch (error) {
        // Someone took it over after it expired, or the region is gone: either way it is no longer ours to remove.
        if (!(error instanceof AwsError)) throw error;
      }
    },
  };
}
