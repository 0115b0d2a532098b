import { mapValues } from '../map-values.ts';
import type { FencedStep } from './fence.ts';
import { isGood, type ProbeResult, recoveredAt, type Wanted } from './probe.ts';
import type { RecoveryPoint } from './recovery-point.ts';
import type { FailoverEnd } from './run.ts';
import type { SourceReport } from './source.ts';

/** What was not measured is said so, never shown as zero. */
export const NOT_MEASURED = 'not measured';
type Measured<T> = T | typeof NOT_MEASURED;

/** The documented, versioned report of a failover. Times are ISO 8601, in UTC. */
export interface FailoverReport {
  readonly schema: 1;
  readonly id: string;
  readonly outcome: FailoverEnd['outcome'];
  readonly rehearsal: boolean;
  readonly application: string;
  readonly environment: string;
  readonly mechanism: string;
  /** What was left was there, and stopped first. */
  readonly graceful: boolean;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly who: string;
  readonly reason: string;
  readonly incident?: string;
  readonly approvals: {
    /** Who wrote the name of the target once more. */
    readonly confirmedBy: Measured<string>;
    /** What reviewers of the GitHub environment said to the run. */
    readonly reviews: Measured<
      readonly {
        readonly by: string;
        readonly state: string;
        readonly comment: string;
        readonly environments: readonly string[];
      }[]
    >;
  };
  readonly version: string;
  readonly plan: { readonly sha256: string; readonly compiledAt: string; readonly release: string };
  readonly timeline: Readonly<Record<TimeMark, Measured<string>>>;
  readonly rto: {
    readonly objectiveSeconds?: number;
    /** From T0 to T5. */
    readonly seconds: Measured<number>;
    /** From T2 to T5: without the time that people took. */
    readonly executionSeconds: Measured<number>;
    /** Of the objective; absent where there is none. */
    readonly met?: Measured<boolean>;
  };
  readonly rpo: {
    readonly objectiveSeconds?: number;
    /** At most so much of what the region that was left had accepted is missing where users are served. */
    readonly boundSeconds: Measured<number>;
    readonly method: Measured<string>;
    /** The newest heartbeat of each region that was left, as it arrived. */
    readonly heartbeats?: RecoveryPoint['heartbeats'];
    /** By how much the clock of this machine was corrected, at most. */
    readonly clockSkewSeconds?: number;
    readonly met?: Measured<boolean>;
  };
  /** From T4 to the last probe that was still answered by what was left. */
  readonly ttlTailSeconds: Measured<number>;
  readonly probes: Measured<{
    readonly url: string;
    readonly resolver: string;
    readonly asked: number;
    readonly good: number;
    /** Answers by region; `none` for those that name none, `no answer` for those that failed. */
    readonly byRegion: Readonly<Record<string, number>>;
  }>;
  /** What the authoritative name servers said. */
  readonly source: Measured<SourceReport>;
  /**
   * Everything that was contacted until users were seen to be served, by service, action and region: calls of AWS, and besides
   * them `HTTP` (probes, endpoints, gates), `DNS` (resolvers, name servers), `GitHub`, and `program` for what was started.
   */
  readonly ledger: readonly LedgerLine[];
  /** What was contacted after that. */
  readonly afterwards: readonly LedgerLine[];
  /** Calls that were not made because they were not allowed. */
  readonly refused: readonly {
    readonly service: string;
    readonly action: string;
    readonly region: string;
    readonly reason: string;
  }[];
  /** What was done to what was left, once users were served elsewhere; absent: nothing was fenced. */
  readonly fencing?: {
    readonly seconds: number;
    readonly steps: readonly FencedStep[];
    /** What that contacted: of the regions that were left alone. */
    readonly ledger: readonly LedgerLine[];
  };
  readonly deviations: readonly string[];
  /** Why it failed or is not finished; absent where neither is so. */
  readonly failure?: string;
}

export interface LedgerLine {
  readonly service: string;
  readonly action: string;
  readonly region: string;
  readonly endpoint: string;
  readonly calls: number;
  readonly errors: number;
}

/**
 * T0 declared (the command began), T1 the first failed probe, T2 decided, T3 first actuating call, T4 first good probe,
 * T5 99% of the probes good, T6 last probe answered by what was left, T7 consumers enabled, T8 declared over.
 */
export type TimeMark = 'T0' | 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6' | 'T7' | 'T8';

export interface ReportFacts
  extends Pick<
    FailoverReport,
    | 'id'
    | 'application'
    | 'environment'
    | 'mechanism'
    | 'who'
    | 'reason'
    | 'incident'
    | 'approvals'
    | 'version'
    | 'plan'
    | 'ledger'
    | 'afterwards'
    | 'refused'
    | 'fencing'
  > {
  readonly end: FailoverEnd;
  readonly graceful?: boolean;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly rtoMs?: number;
  readonly rpoMs?: number;
  readonly recoveryPoint?: RecoveryPoint;
  readonly source?: SourceReport;
  readonly probing?: {
    readonly url: string;
    readonly resolver: string;
    readonly results: readonly ProbeResult[];
    readonly wanted: Wanted;
    readonly stableMs: number;
  };
}

/** The report of what was done, from what was measured. */
export function failoverReport(facts: ReportFacts): FailoverReport {
  const { end, startedAt, endedAt, probing, rtoMs, incident, fencing } = facts;
  const { marks, move, outcome } = end;
  const seen: ProbeMarks = probing === undefined ? {} : probeMarks(probing, marks.actuated);
  const at = {
    T0: startedAt,
    T1: seen.firstBad,
    T2: marks.decided,
    T3: marks.actuated,
    T4: seen.firstGood,
    T5: seen.recovered,
    T6: seen.lastStale,
    T7: marks.consuming,
    T8: marks.verified === undefined ? undefined : endedAt,
  };
  return {
    schema: 1,
    id: facts.id,
    outcome,
    rehearsal: outcome === 'rehearsed',
    application: facts.application,
    environment: facts.environment,
    mechanism: facts.mechanism,
    graceful: facts.graceful === true,
    from: move.leaving,
    to: move.active,
    who: facts.who,
    reason: facts.reason,
    ...(incident !== undefined && { incident }),
    approvals: facts.approvals,
    version: facts.version,
    plan: facts.plan,
    timeline: mapValues(at, (time) => (time === undefined ? NOT_MEASURED : new Date(time).toISOString())),
    rto: {
      ...objectiveOf(rtoMs, between(at.T0, at.T5)),
      seconds: between(at.T0, at.T5),
      executionSeconds: between(at.T2, at.T5),
    },
    rpo: rpoOf(facts),
    ttlTailSeconds:
      seen.firstGood === undefined ? NOT_MEASURED : between(seen.firstGood, seen.lastStale ?? seen.firstGood),
    probes: probing === undefined ? NOT_MEASURED : counted(probing),
    source: facts.source ?? NOT_MEASURED,
    ledger: facts.ledger,
    afterwards: facts.afterwards,
    refused: facts.refused,
    ...(fencing !== undefined && { fencing }),
    deviations: end.deviations,
    ...(end.failure !== undefined && { failure: end.failure }),
  };
}

/** Whether it was met can only be said of what was measured. */
function objectiveOf(
  objectiveMs: number | undefined,
  seconds: Measured<number>,
): { readonly objectiveSeconds?: number; readonly met?: Measured<boolean> } {
  if (objectiveMs === undefined) return {};
  const objectiveSeconds = objectiveMs / 1000;
  return { objectiveSeconds, met: seconds === NOT_MEASURED ? NOT_MEASURED : seconds <= objectiveSeconds };
}

function rpoOf({ recoveryPoint: point, rpoMs }: ReportFacts): FailoverReport['rpo'] {
  const boundSeconds = point?.boundMs === undefined ? NOT_MEASURED : point.boundMs / 1000;
  return {
    ...objectiveOf(rpoMs, boundSeconds),
    boundSeconds,
    method: point?.method ?? NOT_MEASURED,
    ...(point !== undefined && point.heartbeats.length > 0 && { heartbeats: point.heartbeats }),
    ...(point?.skewMs !== undefined && { clockSkewSeconds: point.skewMs / 1000 }),
  };
}

type Probing = NonNullable<ReportFacts['probing']>;

interface ProbeMarks {
  readonly firstBad?: number | undefined;
  readonly firstGood?: number | undefined;
  /** The last probe after traffic was moved that was not answered by who should. */
  readonly lastStale?: number | undefined;
  readonly recovered?: number | undefined;
}

function probeMarks({ results, wanted, stableMs }: Probing, actuated: number | undefined): ProbeMarks {
  const since = results.filter(({ at }) => actuated !== undefined && at >= actuated);
  const firstBad = results.find(({ status }) => status === undefined || status >= 500)?.at;
  const firstGood = since.find((probe) => isGood(probe, wanted))?.at;
  const lastStale = since.findLast((probe) => !isGood(probe, wanted))?.at;
  return { firstBad, firstGood, lastStale, recovered: recoveredAt(since, wanted, stableMs) };
}

/** How many were good, and who answered. */
export function counted({
  url,
  resolver,
  results,
  wanted,
}: Omit<Probing, 'stableMs'>): Exclude<FailoverReport['probes'], string> {
  const byRegion: Record<string, number> = {};
  for (const { status, region } of results) {
    const name = status === undefined ? 'no answer' : (region ?? 'none');
    byRegion[name] = (byRegion[name] ?? 0) + 1;
  }
  return {
    url,
    resolver,
    asked: results.length,
    good: results.filter((probe) => isGood(probe, wanted)).length,
    byRegion,
  };
}

function between(from: number | undefined, to: number | undefined): Measured<number> {
  return from === undefined || to === undefined ? NOT_MEASURED : Math.max(0, to - from) / 1000;
}
