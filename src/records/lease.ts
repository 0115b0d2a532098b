import type { Storage } from '../aws/ports.ts';
import { AwsError } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';

/** Who is working on a target, for the person who has to wait. */
export interface LeaseHolder {
  /** Unique per process. */
  readonly run: string;
  /** A URL or "user@host, process 123". */
  readonly who: string;
  readonly command: string;
}

interface LeaseDocument {
  readonly version: 1;
  readonly holder: LeaseHolder;
  /** ISO 8601. */
  readonly since: string;
  /** ISO 8601, on the clock of the storage. */
  readonly expires: string;
}

export interface LeasePorts {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told once when somebody else holds the lease and we wait. */
  readonly onWait: (text: string) => void;
}

export interface LeaseOptions {
  readonly bucket: string;
  readonly key: string;
  readonly holder: LeaseHolder;
  /** What the lease is on, for sentences: the target's name. */
  readonly target: string;
  /** Milliseconds to wait for another holder; 0 refuses at once. */
  readonly waitMs: number;
}

/** A target held by this process: nobody else writes to it. */
export interface Lease {
  /** Asked before each write; throws `lease-lost` when somebody else took it or it ran out. */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
}

/** How long a lease of a dead process keeps others out. */
export const LEASE_MS = 120_000;
/** A stack may take an hour without a write of ours: the lease is renewed all the same. */
const HEARTBEAT_MS = LEASE_MS / 3;
const RETRY_MS = 5_000;

/**
 * Takes the lease of a target by a conditional write in the target's own bucket. An expired lease is taken over;
 * a held one is waited for. Expiry is judged by the storage's clock (the `Date` of its answers), so that a wrong
 * clock on a laptop cannot steal a lease.
 */
export async function acquireLease(options: LeaseOptions, ports: LeasePorts): Promise<Lease> {
  const deadline = ports.clock.now() + options.waitMs;
  let told = false;
  for (;;) {
    const attempt = await tryAcquire(options, ports);
    if (attempt.kind === 'held') return createLease(options, ports, attempt);
    const sentence = `${options.target} is being worked on by ${attempt.document.holder.who} (${attempt.document.holder.command}, since ${attempt.document.since})`;
    if (ports.clock.now() + RETRY_MS > deadline) {
      throw new UserError('lease-held', sentence, {
        fix: [
          'Wait until that run ends, or let this one wait longer with lock-wait.',
          `If that run is dead, its lease ends by itself at ${attempt.document.expires}.`,
        ],
      });
    }
    if (!told) ports.onWait(`${sentence}: waiting`);
    told = true;
    await ports.clock.sleep(RETRY_MS, ports.signal);
  }
}

interface Held {
  readonly kind: 'held';
  readonly etag: string;
  /** On our own clock. */
  readonly expiresAt: number;
  /** Milliseconds that the storage's clock is ahead of ours. */
  readonly skewMs: number;
}

/** A clock that is wrong by more than this would make the lease end too early or too late for others. */
const TOLERATED_SKEW_MS = 5_000;

async function tryAcquire(
  options: LeaseOptions,
  ports: LeasePorts,
): Promise<Held | { readonly kind: 'taken'; readonly document: LeaseDocument }> {
  const { storage } = ports;
  const created = await write(options, ports, 0, { ifAbsent: true });
  if (created !== undefined) return correctSkew(created, options, ports);
  const head = await storage.head(options.bucket, options.key);
  const current = await storage.getText(options.bucket, options.key);
  if (head === undefined || current === undefined) return tryAgain(options, ports);
  const document = parseLease(current.text);
  const now = head.serverTime ?? ports.clock.now();
  // A document nobody can read holds nobody's work: it is replaced, guarded by its ETag.
  if (document !== undefined && Date.parse(document.expires) > now && document.holder.run !== options.holder.run) {
    return { kind: 'taken', document };
  }
  return (await write(options, ports, now - ports.clock.now(), { ifMatch: current.etag })) ?? tryAgain(options, ports);
}

/** Somebody was faster: what they wrote is reported as any other holder. */
async function tryAgain(
  options: LeaseOptions,
  ports: LeasePorts,
): Promise<{ readonly kind: 'taken'; readonly document: LeaseDocument }> {
  const now = new Date(ports.clock.now()).toISOString();
  const current = await ports.storage.getText(options.bucket, options.key);
  const unknown: LeaseDocument = {
    version: 1,
    holder: { run: '', who: 'another run', command: 'unknown' },
    since: now,
    expires: now,
  };
  return { kind: 'taken', document: (current && parseLease(current.text)) ?? unknown };
}

async function write(
  options: LeaseOptions,
  ports: LeasePorts,
  skewMs: number,
  condition: { readonly ifAbsent: true } | { readonly ifMatch: string },
): Promise<Held | undefined> {
  const started = ports.clock.now();
  const now = started + skewMs;
  const document: LeaseDocument = {
    version: 1,
    holder: options.holder,
    since: new Date(now).toISOString(),
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
    return {
      kind: 'held',
      etag,
      expiresAt: started + LEASE_MS,
      skewMs: serverTime === undefined ? skewMs : serverTime - ports.clock.now(),
    };
  } catch (error) {
    if (error instanceof AwsError && (error.kind === 'conflict' || error.kind === 'not-found')) return undefined;
    throw error;
  }
}

/** Who holds a lease right now, in words; undefined when nobody does. */
export async function leaseHolder(storage: Storage, bucket: string, key: string): Promise<string | undefined> {
  const head = await storage.head(bucket, key);
  const current = head && (await storage.getText(bucket, key));
  const document = current && parseLease(current.text);
  if (head === undefined || document === undefined) return undefined;
  if (head.serverTime !== undefined && Date.parse(document.expires) <= head.serverTime) return undefined;
  return `${document.holder.who} (${document.holder.command}, since ${document.since})`;
}

/** Writes the lease once more when our clock is wrong: others judge it by the storage's. */
async function correctSkew(held: Held, options: LeaseOptions, ports: LeasePorts): Promise<Held> {
  if (Math.abs(held.skewMs) <= TOLERATED_SKEW_MS) return held;
  return (await write(options, ports, held.skewMs, { ifMatch: held.etag })) ?? held;
}

/** A renewal whose answer was lost looks like a conflict with ourselves: what is stored tells. */
async function ownWrite(before: Held, options: LeaseOptions, { storage }: LeasePorts): Promise<Held | undefined> {
  const current = await storage.getText(options.bucket, options.key);
  const document = current && parseLease(current.text);
  return document && document.holder.run === options.holder.run ? { ...before, etag: current.etag } : undefined;
}

function createLease(options: LeaseOptions, ports: LeasePorts, first: Held): Lease {
  let held: Held | undefined = first;
  let renewing: Promise<void> | undefined;
  const released = new AbortController();
  const lost = (): UserError =>
    new UserError('lease-lost', `the lease on ${options.target} was lost: nothing more is written there by this run`, {
      fix: ['Look at status, then run the same command again: it picks up where this run stopped.'],
    });
  const renew = (): Promise<void> => {
    renewing ??= (async () => {
      const before = held;
      if (before === undefined || released.signal.aborted) return;
      held =
        (await write(options, ports, before.skewMs, { ifMatch: before.etag })) ??
        (await ownWrite(before, options, ports));
    })().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
  const heartbeat = async (): Promise<void> => {
    while (held !== undefined && !released.signal.aborted) {
      await ports.clock.sleep(HEARTBEAT_MS, released.signal);
      // A region that does not answer now may answer before the lease ends; every write asks again.
      await renew().catch(() => undefined);
    }
  };
  heartbeat().catch(() => undefined);
  return {
    async assertHeld() {
      if (held === undefined) throw lost();
      if (held.expiresAt - ports.clock.now() < LEASE_MS / 2) await renew();
      if (held === undefined || held.expiresAt <= ports.clock.now()) throw lost();
    },
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

function parseLease(text: string): LeaseDocument | undefined {
  try {
    const value = JSON.parse(text) as Partial<LeaseDocument> | null;
    if (
      value === null ||
      typeof value !== 'object' ||
      typeof value.expires !== 'string' ||
      Number.isNaN(Date.parse(value.expires))
    )
      return undefined;
    const { holder } = value;
    if (holder === undefined || typeof holder.run !== 'string' || typeof holder.who !== 'string') return undefined;
    return value as LeaseDocument;
  } catch {
    return undefined;
  }
}
