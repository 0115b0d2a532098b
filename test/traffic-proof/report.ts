import { markdownTable } from '../../src/report/markdown.ts';
import { ACCOUNT, REGIONS, STEP_SHARE } from './application.ts';
import { type BadFigures, type Held, seconds } from './promises.ts';
import type { Count } from './tally.ts';

export interface Scenario {
  readonly name: 'good' | 'bad';
  readonly durationMs: number;
  /** By region, then by release. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, Count>>>>;
  readonly promises: readonly Held[];
  readonly figures?: BadFigures;
}

/** The whole proof, as it is written as JSON. */
export interface Proof {
  readonly schema: 1;
  readonly seed: number;
  readonly rate: number;
  readonly users: number;
  readonly startedAt: string;
  readonly endedAt: string;
  /** What people call the releases, by id. */
  readonly releases: Readonly<Record<string, string>>;
  readonly scenarios: readonly Scenario[];
}

export function markdown(proof: Proof): string {
  const { seed, rate, users, startedAt, endedAt } = proof;
  return [
    '# Rollouts under traffic',
    `${users} users with a resolver each (seed ${seed}), up to ${rate} requests a second, against functions in ${REGIONS.length} regions of one account (${ACCOUNT}) on the local AWS; ${startedAt} to ${endedAt}.`,
    `Resolvers answer from the weighted record sets that are deployed. The first step gives a release ${STEP_SHARE * 100} % of all traffic.`,
    ...proof.scenarios.map((scenario) => scenarioText(scenario, proof)),
    '',
  ].join('\n\n');
}

function scenarioText({ name, durationMs, counts, promises, figures }: Scenario, { releases }: Proof): string {
  const rows = Object.entries(counts).flatMap(([region, byRelease]) =>
    Object.entries(byRelease).map(([release, { answers, errors }]) => [
      region,
      releases[release] ?? release,
      String(answers),
      String(errors),
    ]),
  );
  return [
    `## A ${name} release (${seconds(durationMs)})`,
    markdownTable(
      ['promise', 'held', 'measured'],
      promises.map(({ promise, held, measured }) => [promise, held ? 'yes' : '**no**', measured]),
    ),
    markdownTable(['region', 'release', 'answers', 'errors'], rows.sort()),
    ...(figures === undefined ? [] : [badText(figures)]),
  ].join('\n\n');
}

function badText(figures: BadFigures): string {
  return markdownTable(
    ['from the first failing verdict to', 'time'],
    [
      ['the change of weights that Route 53 accepted', seconds(figures.acceptedMs)],
      ['the change in force (actuation)', seconds(figures.actuationMs)],
      ['the last answer of the bad release', seconds(figures.lastBadAfterFailMs)],
      [
        'gate interval + actuation + TTL',
        `${seconds(figures.gateIntervalMs)} + ${seconds(figures.actuationMs)} + ${seconds(figures.ttlMs)}`,
      ],
    ],
  );
}
