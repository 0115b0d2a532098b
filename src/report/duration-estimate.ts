/** What is known of a stack operation under way. */
export interface ProgressInput {
  /** Resources that the change set names; 0 when not known. */
  readonly total: number;
  /** Of these, how many are done. */
  readonly done: number;
  readonly elapsedMs: number;
  /** Durations of earlier successful deployments of the same stack, newest first; those of other targets serve as well. */
  readonly earlierMs: readonly number[];
}

export interface ProgressEstimate {
  /** 0 to 0.99; absent when neither resources nor earlier deployments are known. */
  readonly progress?: number;
  /** Absent when it cannot be told, also once the operation takes longer than it used to. */
  readonly remainingMs?: number;
}

/** Only the end of an operation is the end: CloudFormation still cleans up when all resources are done. */
const MOST = 0.99;
const NEWEST = 5;
/** Share of the bar for the usual time; the rest is for what takes longer than usual. */
const USUAL_SHARE = 0.9;
/** With this many resources their count says as much as the clock. */
const EVEN_WEIGHT = 4;

/** Estimates how far an operation is. Never falls while `elapsedMs` and `done` grow. */
export function estimateProgress({ total, done, elapsedMs, earlierMs }: ProgressInput): ProgressEstimate {
  const usual = median(earlierMs.slice(0, NEWEST).filter((ms) => ms > 0));
  const byCount = total > 0 ? Math.min(1, Math.max(0, done) / total) : undefined;
  const byTime = usual === undefined ? undefined : timeShare(elapsedMs, usual);
  const progress = combine(byCount, byTime, total);
  const remainingMs = remaining(elapsedMs, usual, byCount);
  return {
    ...(progress !== undefined && { progress: Math.min(MOST, progress) }),
    ...(remainingMs !== undefined && { remainingMs }),
  };
}

/** Runs straight to 90 % in the usual time and creeps on from there. */
function timeShare(elapsedMs: number, usual: number): number {
  const elapsed = Math.max(0, elapsedMs);
  return elapsed <= usual ? (USUAL_SHARE * elapsed) / usual : USUAL_SHARE + (1 - USUAL_SHARE) * (1 - usual / elapsed);
}

function combine(byCount: number | undefined, byTime: number | undefined, total: number): number | undefined {
  if (byCount === undefined || byTime === undefined) return byCount ?? byTime;
  const weight = total / (total + EVEN_WEIGHT);
  return weight * byCount + (1 - weight) * byTime;
}

function remaining(elapsedMs: number, usual: number | undefined, byCount: number | undefined): number | undefined {
  if (usual !== undefined) return elapsedMs < usual ? usual - elapsedMs : undefined;
  // A single early resource says nothing of the others.
  if (byCount === undefined || byCount < 0.2 || byCount >= 1) return undefined;
  return (elapsedMs * (1 - byCount)) / byCount;
}

export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
