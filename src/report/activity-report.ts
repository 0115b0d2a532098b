import type { FailoverRecord } from '../records/active-state-document.ts';
import type { PastDrill } from '../records/drill-history.ts';
import type { DrillRecord } from '../records/drill-record.ts';

/** Who serves, and what is remembered of moving that: part of `status`. Times are ISO 8601. */
export interface ActivityReport {
  readonly active: readonly string[];
  readonly inactive: readonly string[];
  /** The latest failover or failback; `done: false`: it has to be repeated. */
  readonly failover?: FailoverRecord;
  /** A drill that was begun and not ended. */
  readonly openDrill?: DrillRecord;
  /** What the latest drill that a failover took over from had injected may still be there. */
  readonly injected?: true;
  /** A schedule of the latest drill, which has ended, may move traffic then, or has. */
  readonly scheduled?: string;
  /** The latest drill of any kind. */
  readonly lastDrill?: PastDrill;
  /** When traffic has to be moved in a drill again, where the configuration says how often. */
  readonly nextDrill?: { readonly due: string; readonly overdue: boolean; readonly last?: string };
}
