import type { AwsErrorKind } from './ports.ts';

/** One attempt at one call, successful or not: what a run contacted, and how often it had to ask again. */
export interface LedgerEntry {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly service: string;
  readonly action: string;
  readonly region: string;
  /** Host (and port, when not the usual one) that was contacted. */
  readonly endpoint: string;
  /** HTTP status; absent when no answer came. */
  readonly status?: number;
  /** Code of the error, AWS's own or Node's; absent on success. */
  readonly error?: string;
  /** What that error means here. */
  readonly kind?: AwsErrorKind;
  /** Counts from 1; above 1 it is a retry. */
  readonly attempt: number;
  readonly durationMs: number;
}

/**
 * Attempts of one service in one region. `calls` holds every attempt, `retries` those of them that repeated another,
 * `errors` those that failed; "there is no such stack" and a lost condition are answers, not errors.
 */
export interface CallCount {
  readonly service: string;
  readonly region: string;
  readonly endpoint: string;
  readonly calls: number;
  readonly errors: number;
  readonly retries: number;
}

/** A call that was not made, because what a run may contact was restricted. */
export interface RefusedContact {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly service: string;
  readonly action: string;
  readonly region: string;
  readonly reason: string;
}

export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  readonly refused: readonly RefusedContact[];
  /** Sorted by service, then region. */
  counts(): readonly CallCount[];
  /** Regions that were contacted, sorted. */
  regions(): readonly string[];
}

export interface WritableLedger extends Ledger {
  record(entry: LedgerEntry): void;
  refuse(contact: RefusedContact): void;
}

export function createLedger(): WritableLedger {
  const entries: LedgerEntry[] = [];
  const refused: RefusedContact[] = [];
  return {
    entries,
    refused,
    refuse: (contact) => {
      refused.push(contact);
    },
    record: (entry) => {
      entries.push(entry);
    },
    counts: () => countCalls(entries),
    regions: () => [...new Set(entries.map((entry) => entry.region))].filter((region) => region !== '').sort(),
  };
}

function countCalls(entries: readonly LedgerEntry[]): readonly CallCount[] {
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const key = `${entry.service} ${entry.region} ${entry.endpoint}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const first = group[0];
      if (!first) return [];
      return [
        {
          service: first.service,
          region: first.region,
          endpoint: first.endpoint,
          calls: group.length,
          errors: group.filter(failed).length,
          retries: group.filter((entry) => entry.attempt > 1).length,
        },
      ];
    });
}

function failed({ error, kind }: LedgerEntry): boolean {
  return error !== undefined && kind !== 'not-found' && kind !== 'conflict' && kind !== 'already-exists';
}
