import { Resolver } from 'node:dns/promises';
import { request } from 'node:http';
import { recoveredAt } from '../../src/failover/probe.ts';

/** One request of a user. */
export interface Asked {
  readonly at: number;
  readonly durationMs: number;
  readonly status?: number;
  readonly region?: string;
  /** Of what was written; absent for who only reads. */
  readonly order?: string;
}

export interface Clients {
  readonly asked: readonly Asked[];
  /** Seconds from a moment until 99% of the requests of the following 3 s are good; undefined: never. */
  recovered(since: number, regions: readonly string[]): number | undefined;
  stop(): Promise<void>;
}

export interface ClientOptions {
  readonly url: string;
  readonly dns: { readonly host: string; readonly port: number };
  /** Milliseconds between two requests. */
  readonly everyMs: number;
  /** They write an order each, and ask for nothing else. */
  readonly writes?: boolean;
}

const TIMEOUT_MS = 2_000;
const STABLE_MS = 3_000;

/** Users that look a name up as often as its TTL says, and begin anew after 2 s without an answer. */
export function startClients({ url, dns, everyMs, writes = false }: ClientOptions): Clients {
  const asked: Asked[] = [];
  const resolver = new Resolver({ timeout: 1_000, tries: 1 });
  resolver.setServers([`${dns.host}:${dns.port}`]);
  const { hostname, port, pathname } = new URL(url);
  let known: { readonly address: string; readonly until: number } | undefined;
  const pending = new Set<Promise<void>>();
  const prefix = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  let orders = 0;

  const ask = async (): Promise<void> => {
    const at = Date.now();
    orders += 1;
    const order = writes ? `${prefix}-${orders}` : undefined;
    const named = order === undefined ? {} : { order };
    try {
      if (known === undefined || known.until < at) {
        const [found] = await resolver.resolve4(hostname, { ttl: true });
        known = found && { address: found.address, until: at + found.ttl * 1000 };
      }
      const path = order === undefined ? pathname : `/orders/${order}`;
      const method = order === undefined ? 'GET' : 'PUT';
      const { status, body } = await send(known?.address ?? '', Number(port), method, path, hostname);
      const { region } = JSON.parse(body) as { readonly region?: string };
      asked.push({ at, durationMs: Date.now() - at, status, ...named, ...(region !== undefined && { region }) });
    } catch {
      asked.push({ at, durationMs: Date.now() - at, ...named });
    }
  };
  const timer = setInterval(() => {
    const one = ask().finally(() => pending.delete(one));
    pending.add(one);
  }, everyMs);
  return {
    asked,
    recovered(since, regions) {
      const later = asked.filter(({ at }) => at >= since).sort((a, b) => a.at - b.at);
      const found = recoveredAt(later, { regions: new Set(regions), regionKnown: true }, STABLE_MS);
      return found === undefined ? undefined : (found - since) / 1000;
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(pending);
    },
  };
}

function send(
  address: string,
  port: number,
  method: string,
  path: string,
  host: string,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    // A time limit on the whole: a region that is half dead may send nothing, or the first byte late.
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const sent = request({ host: address, port, path, method, headers: { host }, agent: false, signal }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}
