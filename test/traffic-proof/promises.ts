import { FIRST, GATE_INTERVAL_MS, REGIONS, TTL_MS } from './application.ts';
import { eventsOf, type Rollout, timeOf } from './rollout.ts';
import { type Answer, isError } from './tally.ts';

/** One promise, and what was measured of it. */
export interface Held {
  readonly promise: string;
  readonly held: boolean;
  readonly measured: string;
}

/** What the bad rollout came to. Times in milliseconds, where they are spans; else since the epoch. */
export interface BadFigures {
  /** Id of the bad release. */
  readonly release: string;
  /** From the change of weights that gave the bad release its share until its last answer. */
  readonly exposedFrom: number;
  readonly lastBadAt: number;
  readonly requests: number;
  readonly bad: number;
  readonly share: number;
  readonly firstFailAt: number;
  readonly gateIntervalMs: number;
  /** From the first failing verdict until the driver knew the new weights to be in force. */
  readonly actuationMs: number;
  /** From the verdict until Route 53 had accepted the change, which is a part of that. */
  readonly acceptedMs: number;
  readonly ttlMs: number;
  readonly lastBadAfterFailMs: number;
  readonly resolvedLate: number;
  readonly afterwards: number;
  readonly badAfterwards: number;
}

const LEAST_REQUESTS = 20_000;
const MOST_SHARE = 0.055;

/** @throws Error when the rollout did not do what it was made for: then there is nothing to measure */
export function measureBad(rollout: Rollout, answers: readonly Answer[], good: string): BadFigures {
  const changes = eventsOf(rollout, 'weight.changed');
  const raised = changes.find(({ before, after }) => (before[FIRST] ?? 0) === 0 && (after[FIRST] ?? 0) > 0);
  const failed = eventsOf(rollout, 'gate.verdict').find(({ verdict }) => verdict.verdict === 'fail');
  if (raised === undefined || failed === undefined) throw new Error(`no bad share or no verdict:\n${rollout.stderr}`);
  const firstFailAt = Date.parse(failed.verdict.at);
  const left = changes.find((event) => timeOf(event) >= firstFailAt && (event.after[FIRST] ?? 0) === 0);
  const applied = eventsOf(rollout, 'step.finished').find(
    (event) => event.step === 'traffic-applied' && left !== undefined && timeOf(event) >= timeOf(left),
  );
  if (left === undefined || applied === undefined) throw new Error(`traffic never left ${FIRST}:\n${rollout.stderr}`);
  const isBad = ({ release }: Answer): boolean => release !== good && release !== 'unknown';
  const bads = answers.filter((answer) => answer.at >= rollout.startedAt && isBad(answer));
  const exposedFrom = timeOf(raised);
  const lastBadAt = Math.max(0, ...bads.map(({ answeredAt }) => answeredAt));
  const exposed = answers.filter(({ at }) => at >= exposedFrom && at <= lastBadAt);
  const afterwards = answers.filter(({ at }) => at > rollout.endedAt);
  const bad = exposed.filter(isBad).length;
  return {
    release: rollout.result?.release?.id ?? '',
    exposedFrom,
    lastBadAt,
    requests: exposed.length,
    bad,
    share: bad / exposed.length,
    firstFailAt,
    gateIntervalMs: GATE_INTERVAL_MS,
    actuationMs: timeOf(applied) - firstFailAt,
    acceptedMs: timeOf(left) - firstFailAt,
    ttlMs: TTL_MS,
    lastBadAfterFailMs: lastBadAt - firstFailAt,
    resolvedLate: bads.filter(({ resolvedAt }) => resolvedAt > timeOf(applied)).length,
    afterwards: afterwards.length,
    badAfterwards: afterwards.filter(isBad).length,
  };
}

export function judgeBad(rollout: Rollout, figures: BadFigures, answers: readonly Answer[]): readonly Held[] {
  const { requests, bad, share, gateIntervalMs, actuationMs, ttlMs, lastBadAfterFailMs } = figures;
  const bound = gateIntervalMs + actuationMs + ttlMs;
  const states = rollout.result?.instances.map(({ target, state }) => `${target} ${state}`).join(', ') ?? 'no result';
  const during = answers.filter(({ at }) => at >= rollout.startedAt && at <= rollout.endedAt);
  const others = during.filter((answer) => isError(answer) && answer.release !== figures.release);
  return [
    {
      promise: `at least ${LEAST_REQUESTS} requests while the bad release had traffic`,
      held: requests >= LEAST_REQUESTS,
      measured: `${requests}`,
    },
    {
      promise: 'not more than 5.5 % of them see it, and somebody does',
      held: share <= MOST_SHARE && bad > 0,
      measured: `${bad}, ${(share * 100).toFixed(2)} %`,
    },
    {
      promise: 'its last answer comes within gate interval + actuation + TTL of the first failing verdict',
      held: lastBadAfterFailMs <= bound,
      measured: `${seconds(lastBadAfterFailMs)} of ${seconds(gateIntervalMs)} + ${seconds(actuationMs)} + ${seconds(ttlMs)}`,
    },
    {
      promise: 'nobody who resolves the name after the change is in force meets it',
      held: figures.resolvedLate === 0,
      measured: `${figures.resolvedLate} answers`,
    },
    {
      promise: 'it is gone everywhere after the rollback, and every region serves',
      held: figures.badAfterwards === 0 && servedBy(answers, rollout.endedAt).length === REGIONS.length,
      measured: `${figures.badAfterwards} of ${figures.afterwards} answers, from ${servedBy(answers, rollout.endedAt).length} regions`,
    },
    {
      promise: 'the rollout ends as failed, the region that had it is rolled back, the others were never touched',
      held:
        rollout.exitCode === 1 &&
        rollout.result?.instances.every(
          ({ target, state }) => state === (target === FIRST ? 'rolled-back' : 'skipped'),
        ) === true,
      measured: `exit ${rollout.exitCode}: ${states}`,
    },
    {
      promise: 'no user sees an error that is not an answer of the bad release',
      held: others.length === 0,
      measured: errorsText(others, during),
    },
  ];
}

export function judgeGood(rollout: Rollout, release: string, answers: readonly Answer[]): readonly Held[] {
  const during = answers.filter(({ at }) => at >= rollout.startedAt && at <= rollout.endedAt);
  const errors = during.filter(isError);
  const afterwards = answers.filter(({ at }) => at > rollout.endedAt);
  const old = afterwards.filter((answer) => answer.release !== release);
  return [
    {
      promise: 'a good release goes through every region',
      held: rollout.exitCode === 0 && servedBy(answers, rollout.endedAt).length === REGIONS.length && old.length === 0,
      measured: `exit ${rollout.exitCode}, then ${old.length} of ${afterwards.length} answers are of another release`,
    },
    {
      promise: 'no user sees an error meanwhile',
      held: errors.length === 0 && during.length > 0,
      measured: errorsText(errors, during),
    },
  ];
}

function errorsText(errors: readonly Answer[], of: readonly Answer[]): string {
  return `${errors.length} of ${of.length}${errors[0] === undefined ? '' : `: ${JSON.stringify(errors[0])}`}`;
}

/** Regions that answered requests begun later than this. */
function servedBy(answers: readonly Answer[], since: number): readonly string[] {
  return [...new Set(answers.filter(({ at }) => at > since).map(({ region }) => region))];
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
