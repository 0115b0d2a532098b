import { Resolver } from 'node:dns/promises';
import { describe, expect, test } from '@jest/globals';
import { answer } from './answer.ts';
import { startHealthChecks } from './health-checks.ts';
import { createRandom } from './resolver.ts';
import { FAILOVER } from './rules/failover.ts';
import { PLACES } from './rules/places.ts';
import { CHECKS, GATEWAY, GOOD, NAME, type World } from './rules/rule.ts';
import { WEIGHTED } from './rules/weighted.ts';
import { startDnsServer } from './server.ts';

/**
 * What Route 53 answers before, during and after the loss of a region, for each record type: a table written by hand from
 * the Developer Guide ("Choosing a routing policy", "How Amazon Route 53 chooses records when health checking is
 * configured", "How health checks work in complex Amazon Route 53 configurations") and the API Reference
 * (ResourceRecordSet, HealthCheckConfig), asked over the wire.
 */
const TABLE = [...WEIGHTED, ...FAILOVER, ...PLACES];

/** Enough that a share of one in ten is seen, for any seed that is not cursed. */
const QUESTIONS = 80;

describe('the answers of Route 53 before, during and after a loss', () => {
  test.each(TABLE.map((row) => [row.rule, row] as const))('%s', async (_, { sets, asker = {}, phases }) => {
    let world: World = GOOD;
    const checks = startHealthChecks({
      checks: () => new Map(Object.entries(CHECKS)),
      intervalMs: 3_600_000,
      fetch: async (url) => new Response('', { status: world.down?.includes(new URL(url).hostname) ? 503 : 200 }),
      control: (arn) => (world.off?.includes(arn) ? 'Off' : 'On'),
      metric: async ({ evaluationPeriods, periodSeconds }, since) =>
        periods(world.metric ?? [], since + (evaluationPeriods + 1) * periodSeconds * 1000),
    });
    const random = createRandom(11);
    await using server = await startDnsServer({
      answer: (name, type) => answer(sets, name, type, { asker, random, healthy: checks.healthy }),
      addressOf: (host) => GATEWAY[host],
    });
    const resolver = new Resolver({ timeout: 5_000 });
    resolver.setServers([`${server.host}:${server.port}`]);
    const seen: string[][] = [];
    for (const [next] of phases) {
      world = next;
      await checks.round();
      const answers = await Promise.all(Array.from({ length: QUESTIONS }, () => ask(resolver)));
      seen.push([...new Set(answers.flat())].sort());
    }
    await checks.stop();
    expect(seen).toEqual(phases.map(([, addresses]) => [...addresses].sort()));
  });
});

async function ask(resolver: Resolver): Promise<readonly string[]> {
  try {
    return await resolver.resolve4(NAME);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENODATA') return [];
    throw error;
  }
}

/** The last of the values is of the period that has begun: `current`, as who reads them sees it. */
function periods(values: readonly (number | undefined)[], current: number): ReadonlyMap<number, number> {
  return new Map(
    values.flatMap((value, index): [number, number][] =>
      value === undefined ? [] : [[current - (values.length - 1 - index) * 60_000, value]],
    ),
  );
}
