import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startCloud } from '../cloud/index.ts';
import { plainApp } from '../support/plain-app.ts';
import { createZone } from '../support/traffic-app.ts';
import { ACCOUNT, configuration, REGIONS, template } from './application.ts';
import { serveErrorRates } from './error-rates.ts';
import { createNameServers } from './name-servers.ts';
import { judgeBad, judgeGood, measureBad } from './promises.ts';
import { markdown, type Proof, type Scenario } from './report.ts';
import { deploy, type Rollout } from './rollout.ts';
import { countsBetween, createTally } from './tally.ts';
import { startUsers, type Users } from './users.ts';

/**
 * Rolls a good and a bad release out over four regions of the local AWS while users call them through the weighted
 * record sets that are deployed, counts what they get, and fails when a promise of the rollout is broken (issue 4, "How
 * it is proven"). Takes minutes, so that it is not among the tests.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    /** Requests a second. */
    rate: { type: 'string', default: '200' },
    users: { type: 'string', default: '2000' },
    /** Answers of the bad release before its error rate is a verdict: 20 requests come to one of them. */
    samples: { type: 'string', default: '1100' },
    /** `good` or `bad`. */
    only: { type: 'string' },
    /** Folder of the report. */
    out: { type: 'string', default: join(import.meta.dirname, '../../.cache/traffic-proof') },
  },
});
const [seed, rate, count] = [Number(values.seed), Number(values.rate), Number(values.users)];
const SAMPLES_OF_GOOD = 50;
const AT_ONCE = 128;
/** Users go on for so long after a rollout, that what is left of it would be met. Milliseconds. */
const AFTERWARDS_MS = 10_000;

await using cloud = await startCloud({ regions: REGIONS });
const tally = createTally();
await using errors = await serveErrorRates(tally);
using app = plainApp(template('first', false));
(await createZone(cloud)).close();
const nameServers = createNameServers(cloud);
const startedAt = new Date().toISOString();

async function release(mark: string, bad: boolean, samples?: number): Promise<Rollout> {
  app.write('template.yaml', template(mark, bad));
  app.write('multi-region.yml', configuration({ cloud: cloud.url, errors: errors.url }, samples));
  return deploy({ cwd: app.folder, env: cloud.env(ACCOUNT) });
}

const idOf = ({ result }: Rollout): string => result?.release?.id ?? 'unknown';

const startTraffic = (): Users =>
  startUsers({ cloud: cloud.url, nameServers, seed, count, rate, atOnce: AT_ONCE, onAnswer: tally.add });

/** One rollout with users before, during and after it. */
async function withTraffic(mark: string, bad: boolean, samples: number): Promise<Rollout> {
  const users = startTraffic();
  const rollout = await release(mark, bad, samples);
  await sleep(AFTERWARDS_MS);
  await users.stop();
  return rollout;
}

function scenario(name: Scenario['name'], rollout: Rollout, more: Pick<Scenario, 'promises' | 'figures'>): Scenario {
  const { startedAt: from, endedAt: to } = rollout;
  return { name, durationMs: to - from, counts: countsBetween(tally.answers, from, to + AFTERWARDS_MS), ...more };
}

const first = await release('first', false);
if (first.exitCode !== 0) throw new Error(`the first release failed:\n${first.stderr}`);
const releases: Record<string, string> = { [idOf(first)]: 'first' };
const scenarios: Scenario[] = [];
let serving = idOf(first);

if (values.only !== 'bad') {
  const good = await withTraffic('second', false, SAMPLES_OF_GOOD);
  serving = idOf(good);
  releases[serving] = 'good';
  scenarios.push(scenario('good', good, { promises: judgeGood(good, serving, tally.answers) }));
}
if (values.only !== 'good') {
  const bad = await withTraffic('third', true, Number(values.samples));
  releases[idOf(bad)] = 'bad';
  const figures = measureBad(bad, tally.answers, serving);
  scenarios.push(scenario('bad', bad, { promises: judgeBad(bad, figures, tally.answers), figures }));
}

const endedAt = new Date().toISOString();
const proof: Proof = { schema: 1, seed, rate, users: count, startedAt, endedAt, releases, scenarios };
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, 'report.json'), `${JSON.stringify(proof, undefined, 2)}\n`);
writeFileSync(join(values.out, 'report.md'), markdown(proof));
console.log(markdown(proof));
process.exitCode = scenarios.every(({ promises }) => promises.every(({ held }) => held)) ? 0 : 1;
