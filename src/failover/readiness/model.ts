/** What is looked at before a target may be said to be able to take over. */
export type ReadinessSubject =
  | 'plan'
  | 'program'
  | 'release'
  | 'parameters'
  | 'artifacts'
  | 'endpoint'
  | 'gates'
  | 'quotas'
  | 'certificate'
  | 'mechanism';

/** One thing that was looked at, or was not. */
export interface ReadinessCheck {
  readonly subject: ReadinessSubject;
  /** `unknown`: it could not be found out. `not-looked-at`: it is not there, or this program does not look at it. */
  readonly verdict: 'ready' | 'missing' | 'unknown' | 'not-looked-at';
  /** What was found, in a sentence. */
  readonly text: string;
  /** What to do where it is not ready. */
  readonly fix: readonly string[];
}

/** Whether one target can take over. */
export interface TargetReadiness {
  readonly target: string;
  readonly region: string;
  /** Whether it is active now. */
  readonly active: boolean;
  /** `not-ready`: something is missing. `unknown`: nothing is, but not everything could be found out. */
  readonly verdict: 'ready' | 'not-ready' | 'unknown';
  readonly checks: readonly ReadinessCheck[];
}

/** What `plan --failover` found. */
export interface FailoverReadiness {
  readonly mechanism: string;
  /** The plan that a failover would use; absent: no region keeps one. */
  readonly plan?: { readonly sha256: string; readonly compiledAt: string; readonly release: string };
  readonly targets: readonly TargetReadiness[];
  /** How to get the plan and the program without GitHub, by target. */
  readonly commands: Readonly<Record<string, readonly string[]>>;
}

export function ready(subject: ReadinessSubject, text: string): ReadinessCheck {
  return { subject, verdict: 'ready', text, fix: [] };
}

export function missing(subject: ReadinessSubject, text: string, ...fix: readonly string[]): ReadinessCheck {
  return { subject, verdict: 'missing', text, fix };
}

export function unknown(subject: ReadinessSubject, text: string, ...fix: readonly string[]): ReadinessCheck {
  return { subject, verdict: 'unknown', text, fix };
}

export function notLookedAt(subject: ReadinessSubject, text: string): ReadinessCheck {
  return { subject, verdict: 'not-looked-at', text, fix: [] };
}

/** What several checks come to: what was not looked at says nothing. */
export function overall(checks: readonly Pick<ReadinessCheck, 'verdict'>[]): TargetReadiness['verdict'] {
  if (checks.some(({ verdict }) => verdict === 'missing')) return 'not-ready';
  return checks.some(({ verdict }) => verdict === 'unknown') ? 'unknown' : 'ready';
}
