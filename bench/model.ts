/** What the bench measures and how it keeps it. All of it is written to the JSON result. */

export type Kind = 'first' | 'change' | 'no-change';

/** `instant`: stacks take no time. `slow`: every stack operation with changes takes 20 s. */
export type Speed = 'instant' | 'slow';

/** One measured run of one contender. */
export interface Run {
  readonly contender: string;
  readonly kind: Kind;
  readonly speed: Speed;
  readonly regions: number;
  readonly wallSeconds: number;
  /** User and system time of the contender and everything it started. */
  readonly cpuSeconds: number;
  /** Resident memory of all its processes together, largest sample. */
  readonly treePeakBytes: number;
  /** Resident memory of its first process alone, as the kernel recorded it. */
  readonly ownPeakBytes: number;
  /** Requests that reached the local AWS, by service. */
  readonly calls: Readonly<Record<string, number>>;
  /** Requests that reached each region. */
  readonly callsByRegion: Readonly<Record<string, number>>;
  readonly exitCode: number;
  /** The last lines of a run that failed. */
  readonly problem?: string;
}

/** A figure that the project wants to reach, and what was measured. */
export interface Figure {
  readonly name: string;
  readonly text: string;
  /** `≥ 20`, `≤ 1.10` … */
  readonly target: string;
  /** Undefined: not measured in this run. */
  readonly measured?: number;
  readonly unit: string;
  readonly reached?: boolean;
  /** What the number is made of. */
  readonly note?: string;
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly platform: string;
  readonly node: string;
  readonly sam: string;
  readonly commit: string;
}

export interface BenchResult {
  readonly schema: 1;
  readonly startedAt: string;
  readonly endedAt: string;
  /** False: it was stopped on the way, and this is what it had. */
  readonly finished: boolean;
  readonly machine: Machine;
  readonly repeats: number;
  readonly runs: readonly Run[];
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
}
