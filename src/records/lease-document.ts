import { jsonObject, parseJson } from '../json.ts';

/** Who is working on a target, for the person who has to wait and for the run that comes next. */
export interface LeaseHolder {
  /** Unique per process. */
  readonly run: string;
  /** A URL or "user@host, process 123". */
  readonly who: string;
  readonly command: string;
  /** Of a workflow run on GitHub. */
  readonly attempt?: RunAttempt;
  /** Absent where machines cannot be told apart for certain. */
  readonly process?: ProcessPlace;
  /** Runs that died on this target before this one and left what nobody has cleaned up yet, oldest first. */
  readonly deadRuns?: readonly string[];
}

export interface RunAttempt {
  /** Server, repository and id of the run in one text, which all its attempts have in common. */
  readonly run: string;
  /** Counts from 1. */
  readonly number: number;
}

/** A process that can be looked for. */
export interface ProcessPlace {
  /** Of one boot of one machine, and of one table of processes there. */
  readonly machine: string;
  readonly id: number;
}

export interface LeaseDocument {
  readonly version: 1;
  readonly holder: LeaseHolder;
  /** ISO 8601. */
  readonly since: string;
  /** ISO 8601, on the clock of the storage. */
  readonly expires: string;
}

/** Undefined for what is no lease. Whoever may write to the bucket wrote it: nothing in it is trusted further. */
export function parseLease(text: string): LeaseDocument | undefined {
  const value = jsonObject(parseJson(text));
  const holder = jsonObject(value?.['holder']);
  if (value === undefined || holder === undefined) return undefined;
  const { expires, since } = value;
  const { run, who, command } = holder;
  if (typeof expires !== 'string' || Number.isNaN(Date.parse(expires))) return undefined;
  if (typeof run !== 'string' || typeof who !== 'string') return undefined;
  const attempt = attemptOf(jsonObject(holder['attempt']));
  const process = processOf(jsonObject(holder['process']));
  const deadRuns: readonly unknown[] = Array.isArray(holder['deadRuns']) ? holder['deadRuns'] : [];
  return {
    version: 1,
    holder: {
      run,
      who,
      command: String(command),
      ...(attempt !== undefined && { attempt }),
      ...(process !== undefined && { process }),
      ...(deadRuns.length > 0 && { deadRuns: deadRuns.filter((id) => typeof id === 'string') }),
    },
    since: String(since),
    expires,
  };
}

function attemptOf(value: Readonly<Record<string, unknown>> | undefined): RunAttempt | undefined {
  const { run, number } = value ?? {};
  return typeof run === 'string' && isCount(number) ? { run, number } : undefined;
}

function processOf(value: Readonly<Record<string, unknown>> | undefined): ProcessPlace | undefined {
  const { machine, id } = value ?? {};
  return typeof machine === 'string' && isCount(id) ? { machine, id } : undefined;
}

/** Zero and negative process ids mean groups of processes. */
function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}
