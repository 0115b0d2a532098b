import type { RunContext } from '../../context.ts';
import type { Authority } from '../../failover/plan.ts';
import type { SourceAnswer } from '../../failover/source.ts';

/** Questions to the authoritative name servers that run until they are stopped. */
export interface SourceProbes {
  readonly authority: Authority;
  readonly answers: readonly SourceAnswer[];
  stop(): Promise<void>;
}

/** One a second, to one server after the other: each has all answers of its zone. */
const INTERVAL_MS = 1_000;

/** Starts to ask. An answer that is late holds up no other question. */
export function startSourceProbes(
  authority: Authority,
  { clock, names, signal }: Pick<RunContext, 'clock' | 'names' | 'signal'>,
): SourceProbes {
  const answers: SourceAnswer[] = [];
  const stopping = new AbortController();
  const asked = new Set<Promise<void>>();
  let turn = Math.floor(clock.random() * authority.servers.length);
  const ask = (): void => {
    const at = clock.now();
    const server = authority.servers[turn++ % authority.servers.length];
    const one = names
      .addresses(authority.name, server)
      .then(
        (answer): SourceAnswer => ({ at, answer }),
        (): SourceAnswer => ({ at }),
      )
      .then((result) => {
        answers.push(result);
        answers.sort((a, b) => a.at - b.at);
        asked.delete(one);
      });
    asked.add(one);
  };
  const loop = (async () => {
    while (!stopping.signal.aborted && !signal.aborted) {
      ask();
      await clock.sleep(INTERVAL_MS, stopping.signal).catch(() => undefined);
    }
  })();
  return {
    authority,
    answers,
    async stop() {
      stopping.abort();
      await loop;
      await Promise.all(asked);
    },
  };
}
