import { setTimeout as sleep } from 'node:timers/promises';
import { type FailoverRoom, PRIMARY, STANDBY } from '../support/failover-room.ts';
import type { Orders } from '../support/orders.ts';
import type { RunOptions } from '../support/run-product.ts';
import { type Asked, startClients } from './clients.ts';

/** Health check (two answers of 2 s at 0.3 s), TTL of 1 s, and 5 s more. */
const BUDGET_SECONDS = 2 * 2 + 0.3 + 1 + 5;

/** One way to lose the primary, and the failover from it. */
export interface Blackout {
  readonly name: string;
  /** Path of the plan; default the compiled one. */
  readonly plan?: string;
  /** URL that users ask for. */
  readonly url?: string;
  /** Path or action of the call that moves traffic. */
  readonly moves?: RegExp;
  /** Before the failover begins, while users ask. */
  lose(): Promise<void>;
  /** Another run is at work beside it, and has moved traffic already: nothing can be missing. */
  readonly joined?: boolean;
  /** Another run is at work beside it, whose calls are counted too. */
  readonly busy?: boolean;
  /** Beside the failover. */
  meanwhile?(): Promise<void>;
  /** When users have gone; what was lost is still lost. */
  after?(): Promise<void>;
}

export interface Proof {
  readonly broken: readonly string[];
  promise(kept: boolean, text: string): void;
  run(blackout: Blackout): Promise<void>;
}

/** Users read ten times and write twice a second. */
const READ_MS = 100;
const WRITE_MS = 500;
const BEAT_MS = 500;
/** As long as users must be served well to count. */
const STABLE_MS = 4_000;

export function createProof(room: FailoverRoom, orders: Orders): Proof {
  const broken: string[] = [];
  const promise = (kept: boolean, text: string): void => {
    if (kept) return;
    broken.push(text);
    console.log(`  BROKEN: ${text}`);
  };
  return { broken, promise, run };

  async function run({
    name,
    plan = 'dr-plan.json',
    url,
    moves = /stop\//,
    lose,
    meanwhile,
    after,
    joined = false,
    busy = joined,
  }: Blackout) {
    const dns = room.dns.server;
    const asked = url ?? room.plan.probe?.url ?? '';
    const readers = startClients({ url: asked, dns, everyMs: READ_MS });
    const writers = startClients({ url: asked, dns, everyMs: WRITE_MS, writes: true });
    const beating = setInterval(() => void beat(room), BEAT_MS);
    console.log(name);
    try {
      await sleep(1_000);
      await lose();
      room.cloud.clearCalls();
      const began = Date.now();
      const moving = room.failover('--plan', plan, '--to', STANDBY, '--confirm', STANDBY);
      const beside = meanwhile?.();
      beside?.catch(() => undefined);
      // A failover that ends before it comes to that is told as it ended.
      await Promise.race([beside, moving]);
      const ended = await moving;
      await sleep(STABLE_MS);
      await Promise.all([readers.stop(), writers.stop()]);
      tell({ name, moves, busy }, began, ended, readers.asked, readers.recovered(began, [STANDBY]));
      await checkOrders({ name, joined }, writers.asked, ended.result.failover?.rpo);
      await after?.();
    } finally {
      clearInterval(beating);
      await Promise.all([readers.stop(), writers.stop()]);
    }
  }

  function tell(
    { name, moves, busy }: { readonly name: string; readonly moves: RegExp; readonly busy: boolean },
    began: number,
    { exitCode, result, stdout }: Awaited<ReturnType<FailoverRoom['failover']>>,
    asked: readonly Asked[],
    recovered: number | undefined,
  ): void {
    const own = room.cloud.calls.filter(({ account, service }) => account !== '' && service !== 'dynamodb');
    const moved = own.find(
      ({ path, action, method }) => moves.test(`${path} ${action}`) && method !== 'GET' && method !== 'DELETE',
    );
    const before = own.filter(({ time }) => moved !== undefined && time <= moved.time).length;
    const failed = asked.filter(({ at, status }) => at >= began && status === undefined).length;
    const ledger = result.failover?.ledger ?? [];
    const forbidden = ledger.filter(({ region, service }) => region === PRIMARY || service === 'Route53');
    const { rto, rpo, ttlTailSeconds } = result.failover ?? {};
    console.log(
      [
        `  ${result.failover?.outcome}; from the start of the program to the call that moves traffic: ${moved ? moved.time - began : '-'} ms, ${before} AWS calls`,
        `  users: 99% good after ${recovered?.toFixed(1) ?? 'never'} s (budget ${BUDGET_SECONDS} s), ${failed} of ${asked.filter(({ at }) => at >= began).length} requests without an answer`,
        `  report: recovery ${rto?.seconds} s, recovery point ${rpo?.boundSeconds} s, tail ${ttlTailSeconds} s; ledger in ${[...new Set(ledger.map(({ region }) => region))].join(', ')}`,
      ].join('\n'),
    );
    promise(exitCode === 0, `${name}: ended with ${exitCode}: ${result.failure ?? stdout.slice(0, 1_000)}`);
    promise(forbidden.length === 0, `${name}: the ledger has ${JSON.stringify(forbidden)}`);
    promise((result.failover?.refused.length ?? 0) === 0, `${name}: calls had to be refused`);
    promise(recovered !== undefined && recovered <= BUDGET_SECONDS, `${name}: users were served late`);
    promise(moved !== undefined && moved.time - began <= 5_000, `${name}: moved late`);
    promise(busy || before <= 10, `${name}: ${before} calls`);
  }

  /** What the standby took is there; what the primary took is there, or younger than the recovery point says. */
  async function checkOrders(
    { name, joined }: { readonly name: string; readonly joined: boolean },
    asked: readonly Asked[],
    rpo: { readonly boundSeconds: number | string } | undefined,
  ) {
    const there = await orders.in(STANDBY);
    const taken = asked.filter(({ status }) => status === 200);
    const by = (region: string) => taken.filter((one) => one.region === region);
    const missing = (some: readonly Asked[]) => some.filter(({ order = '' }) => !there.has(order));
    console.log(
      `  orders: ${by(PRIMARY).length} taken by ${PRIMARY}, ${by(STANDBY).length} by ${STANDBY}; missing there: ${missing(taken).length}`,
    );
    promise(by(STANDBY).length > 0, `${name}: the standby took no order`);
    promise(missing(by(STANDBY)).length === 0, `${name}: orders of the standby are lost`);
    promise(joined || typeof rpo?.boundSeconds === 'number', `${name}: the recovery point was not measured`);
  }
}

/** What the writers of `templates/heartbeat` do, twice a second. */
async function beat(room: FailoverRoom): Promise<void> {
  await Promise.all([PRIMARY, STANDBY].map((region) => room.heartbeats.beat(region)));
}

/** Waits for a call of somebody who signs. @throws when it does not come in five minutes */
export async function called(
  room: Pick<FailoverRoom, 'cloud'>,
  matches: (call: FailoverRoom['cloud']['calls'][number]) => boolean,
) {
  const deadline = Date.now() + 300_000;
  while (!room.cloud.calls.some((call) => call.account !== '' && matches(call))) {
    if (Date.now() > deadline) throw new Error('the call did not come');
    await sleep(20);
  }
}

/** Options of a run that is killed when something comes to pass. */
export function killedWhen(options: RunOptions, event: () => Promise<unknown>): RunOptions {
  return { ...options, onStart: ({ kill }) => void event().then(() => kill('SIGKILL')) };
}
