import type { Clock } from '../../clock.ts';
import type { DrillOutcome, DrillRecord } from '../../records/drill-record.ts';
import type { Report } from '../../report/events.ts';
import type { FailoverEnd, FailoverRequest, Probes } from '../run.ts';

/** When a drill ends early. */
export interface AbortRule {
  /** Part of the probes that must be good, 0 to 1. */
  readonly share: number;
  /** Milliseconds over which it is counted. */
  readonly windowMs: number;
}

export interface DrillRequest {
  /** As it is kept first; it names what is scheduled. */
  readonly record: DrillRecord;
  readonly targets: FailoverRequest['targets'];
  /** Milliseconds that traffic stays away once users are served there. */
  readonly holdMs: number;
  /** Milliseconds that the targets which traffic comes back to have to become fit again. */
  readonly patienceMs: number;
  readonly abort: AbortRule;
}

/** A move of traffic, and in which of its objectives it failed. */
export interface DrillMove {
  readonly end: FailoverEnd;
  readonly missed: readonly string[];
}

/** A failure that is put into the targets that are left. */
export interface Fault {
  /** May be called twice. */
  inject(): Promise<void>;
  /** Takes it back; may be called twice, and where nothing was injected. */
  mend(): Promise<void>;
}

export interface DrillPorts {
  readonly clock: Clock;
  readonly report: Report;
  /** Aborted: the drill ends early, and traffic goes back all the same. */
  readonly signal: AbortSignal;
  /** Whether somebody else has ended it, as far as any region tells. Never throws. */
  isEnded(): Promise<boolean>;
  /** Keeps the drill in every region. @throws UserError `lease-lost`, `active-state-taken` when somebody took over */
  keep(record: DrillRecord): Promise<void>;
  /** @throws UserError `lease-lost` when a failover or another run took over: nothing more is done here */
  assertHeld(): Promise<void>;
  /** Why these targets should get no traffic, a sentence each; empty: they are fit. Never throws. */
  problems(targets: readonly string[]): Promise<readonly string[]>;
  readonly returns: {
    /** Has AWS bring traffic back later, as the record says. Called before anything is moved or broken. */
    arrange(): Promise<void>;
    /** Takes that away, also where nothing is there. @throws when it may still strike */
    cancel(): Promise<void>;
  };
  /** Absent: nothing is broken. */
  readonly fault?: Fault;
  /** Moves traffic to the targets of the drill, as a failover does. */
  away(): Promise<DrillMove>;
  /** Moves traffic back and makes active who was; on trouble it stays where it was good, as a failback does. */
  back(): Promise<DrillMove>;
  /** Makes sure that traffic is at the targets of the drill, and stays there whatever was scheduled. */
  stay(): Promise<void>;
  /** Tells traffic once more who is active, as it is remembered. */
  settle(): Promise<void>;
  /** Absent: nothing is measured. */
  readonly probes?: Probes;
}

export interface DrillEnd {
  readonly outcome: DrillOutcome;
  /** Why it did not pass. */
  readonly why?: string;
  /** What was not as it should be. */
  readonly deviations: readonly string[];
  /** Milliseconds since the epoch. */
  readonly marks: { readonly injected?: number; readonly away?: number; readonly returning?: number };
}
