import type { InstanceResult } from '../run-result.ts';

/** "+3 ~1 ±1 -2"; empty without changes. */
export function changeCounts(changes: InstanceResult['changes'], unicode = true): string {
  return [
    changes.add && `+${changes.add}`,
    changes.modify && `~${changes.modify}`,
    changes.replace && `${unicode ? '±' : '+/-'}${changes.replace}`,
    changes.remove && `-${changes.remove}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Milliseconds from start to end; undefined when it never started or has not ended. */
export function tookMs({ startedAt, endedAt }: Pick<InstanceResult, 'startedAt' | 'endedAt'>): number | undefined {
  if (startedAt === undefined || endedAt === undefined) return undefined;
  const ms = Date.parse(endedAt) - Date.parse(startedAt);
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
