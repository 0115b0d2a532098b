import { Resolver } from 'node:dns/promises';
import { request } from 'node:http';
import { recoveredAt } from '../../src/failover/probe.ts';

/** One request of a user. */
interface Asked {
  readonly at: number;
  readonly durationMs: number;
  readonly status?: number;
  readonly region?: string;
}

export interface Clients {
  readonly asked: readonly Asked[];
  /** Seconds from a moment until 99% of the requests of the following 3 s are good; undefined: never. */
  recovered(since: number, regions: readonly string[]): number | undefined;
  stop(): Promise<void>;
}

const TIMEOUT_MS = 2_000;
const STABLE_MS = 3_000;

/** Users that ask ten times a second, look a name up as often as its TTL says, and begin anew after 2 s without an answer. */
export function startClients(url: string, dns: { readonly host: string; readonly port: number }): Clients {
  const asked: Asked[] = [];
  const resolver = new Resolver({ timeout: 1_000, tries: 1 });
  resolver.setServers([`${dns.host}:${dns.port}`]);
  const { hostname, port, pathname } = new URL(url);
  let known: { readonly address: string; readonly until: number } | undefined;
  const pending = new Set<Promise<void>>();

  const ask = async (): Promise<void> => {
    const at = Date.now();
    try {
      if (known === undefined || known.until < at) {
        const [found] = await resolver.resolve4(hostname, { ttl: true });
        known = found && { address: found.address, until: at + found.ttl * 1000 };
      }
      const { status, body } = await get(known?.address ?? '', Number(port), pathname, hostname);
      const { region } = JSON.parse(body) as { readonly region?: string };
      asked.push({ at, durationMs: Date.now() - at, status, ...(region !== undefined && { region }) });
    } catch {
      asked.push({ at, durationMs: Date.now() - at });
    }
  };
  const timer = setInterval(() => {
    const one = ask().finally(() => pending.delete(one));
    pending.add(one);
  }, 100);
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

function get(address: string, port: number, path: string, host: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: address, port, path, headers: { host }, agent: false, timeout: TIMEOUT_MS },
      (answer) => {
        let body = '';
        answer.on('data', (chunk: Buffer) => {
          body += chunk.toString();
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
        answer.on('error', reject);
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', reject);
    sent.end();
  });
}
