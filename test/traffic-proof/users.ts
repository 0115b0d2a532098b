import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom, createResolver, type Resolver } from '../cloud/dns/resolver.ts';
import { HOST_HEADER } from '../cloud/endpoint/data-plane.ts';
import { NAME } from './application.ts';
import type { NameServers } from './name-servers.ts';
import type { Answer } from './tally.ts';

export interface UsersOptions {
  readonly cloud: string;
  readonly nameServers: NameServers;
  readonly seed: number;
  /** How many users, each with a resolver and a cache of its own. */
  readonly count: number;
  /** Requests a second, as long as no more than `atOnce` are under way. */
  readonly rate: number;
  readonly atOnce: number;
  readonly onAnswer: (answer: Answer) => void;
}

export interface Users {
  /** Resolves when every request that was begun is answered. */
  stop(): Promise<void>;
}

interface User {
  readonly resolver: Resolver;
  /** When the record sets were asked for that the cached answer is made of. Milliseconds since the epoch. */
  resolvedAt: number;
}

const TICK_MS = 10;
const REQUEST_MS = 20_000;

/** Users who resolve the public name and call what it leads to, again and again, until they are stopped. */
export function startUsers(options: UsersOptions): Users {
  const { nameServers, seed, count, rate, atOnce } = options;
  const random = createRandom(seed);
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce, maxFreeSockets: atOnce, timeout: REQUEST_MS });
  const users = Array.from({ length: count }, (_, index) => createUser(nameServers, seed + 1 + index));
  const under = new Set<Promise<void>>();
  let stopped = false;
  const begin = (): void => {
    const user = users[Math.floor(random() * users.length)];
    if (user === undefined) return;
    const work = visit(user, agent, options).finally(() => under.delete(work));
    under.add(work);
  };
  const pace = async (): Promise<void> => {
    const since = performance.now();
    let due = 0;
    while (!stopped) {
      // What could not be begun in time is not made up for: a slow machine gets fewer requests, not a burst of them.
      const wanted = ((performance.now() - since) * rate) / 1000;
      while (due < wanted && under.size < atOnce) {
        due += 1;
        begin();
      }
      due = Math.max(due, Math.floor(wanted));
      await sleep(TICK_MS);
    }
  };
  const pacing = pace();
  return {
    async stop() {
      stopped = true;
      await pacing;
      await Promise.all(under);
      agent.destroy();
    },
  };
}

function createUser(nameServers: NameServers, seed: number): User {
  const user = {
    resolvedAt: 0,
    resolver: createResolver({
      seed,
      now: Date.now,
      records: async () => {
        const { sets, askedAt } = await nameServers.now();
        user.resolvedAt = askedAt;
        return sets;
      },
    }),
  };
  return user;
}

async function visit(user: User, agent: Agent, { cloud, onAnswer }: UsersOptions): Promise<void> {
  const at = Date.now();
  try {
    const host = await user.resolver.host(NAME, 'A');
    const { resolvedAt } = user;
    const { status, text } = await get(cloud, host, agent);
    const said = status < 600 && text.startsWith('{') ? (JSON.parse(text) as Partial<Answer>) : {};
    const known = { region: said.region ?? 'unknown', release: said.release ?? 'unknown' };
    onAnswer({ ...known, status, at, resolvedAt, answeredAt: Date.now() });
  } catch (error) {
    const answeredAt = Date.now();
    const reason = error instanceof Error ? error.message : String(error);
    onAnswer({ region: 'unknown', release: 'unknown', status: 0, at, resolvedAt: at, answeredAt, reason });
  }
}

function get(cloud: string, host: string, agent: Agent): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const out = request(
      `${cloud}/where`,
      { agent, headers: { [HOST_HEADER]: host }, timeout: REQUEST_MS },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
        answer.on('error', reject);
      },
    );
    out.on('timeout', () => out.destroy(new Error(`no answer in ${REQUEST_MS / 1_000} s`)));
    out.on('error', reject);
    out.end();
  });
}
