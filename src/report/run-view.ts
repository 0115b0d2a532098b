import { estimateProgress } from './duration-estimate.ts';
import type { LiveState, PlannedInstance, TimedEvent } from './events.ts';

/** One stack in one target as a live table shows it. */
export interface RowView {
  readonly instance: string;
  readonly target: string;
  readonly stack: string;
  readonly state: LiveState;
  readonly text: string;
  /** 0..1 when the core told it; else estimated from resources. */
  readonly progress: number | undefined;
  /** Milliseconds since the epoch at which its current work began; undefined while nothing was begun. */
  readonly since: number | undefined;
  readonly until: number | undefined;
  /** The resource that last moved. */
  readonly resource: string;
}

interface MutableRow {
  state: LiveState;
  text: string;
  told: number | undefined;
  since: number | undefined;
  until: number | undefined;
  resource: string;
  readonly planned: Set<string>;
  readonly done: Set<string>;
}

export interface RunView {
  apply(event: TimedEvent): void;
  /** Rows in the order in which they became known. */
  rows(): readonly RowView[];
  readonly phase: () => string;
  /** Steps under way: what they say and when they began. */
  steps(): readonly { readonly text: string; readonly since: number }[];
  readonly startedAt: () => number | undefined;
}

/** Folds events into what is going on right now. */
export function createRunView(): RunView {
  const rows = new Map<string, MutableRow & { readonly target: string; readonly stack: string }>();
  const steps = new Map<string, { readonly text: string; readonly since: number }>();
  let [phase, startedAt]: [string, number | undefined] = ['', undefined];

  const rowOf = (instance: string, target: string, stack: string) => {
    const known = rows.get(instance);
    if (known) return known;
    const row = {
      target,
      stack,
      state: 'waiting' as LiveState,
      text: '',
      told: undefined,
      since: undefined,
      until: undefined,
      resource: '',
      planned: new Set<string>(),
      done: new Set<string>(),
    };
    rows.set(instance, row);
    return row;
  };

  return {
    apply(event) {
      const at = Date.parse(event.at);
      startedAt ??= at;
      switch (event.type) {
        case 'step.started':
          steps.set(event.step, { text: event.text, since: at });
          break;
        case 'step.finished':
          steps.delete(event.step);
          break;
        case 'phase.started':
          phase = event.phase;
          break;
        case 'plan.ready':
          for (const instance of event.plan.instances)
            takePlan(rowOf(instance.instance, instance.target, instance.stack), instance);
          break;
        case 'instance.state': {
          const row = rowOf(event.instance, event.target, event.stack);
          if (row.state !== event.state) begin(row, event.state, at);
          row.text = event.text ?? '';
          row.told = event.progress;
          break;
        }
        case 'stack.event': {
          const row = rows.get(event.instance);
          if (!row) break;
          row.resource = `${event.path} ${event.status}`;
          if (event.status.endsWith('_COMPLETE') && row.planned.has(event.path)) row.done.add(event.path);
          break;
        }
        case 'instance.finished': {
          const { instance, target, stack, state, reason = '', startedAt: began, endedAt = event.at } = event.result;
          const row = rowOf(instance, target, stack);
          Object.assign(row, { state, text: reason, resource: '' });
          row.since = began === undefined ? undefined : Date.parse(began);
          row.until = Date.parse(endedAt);
          break;
        }
      }
    },
    rows: () =>
      [...rows].map(([instance, { told, planned, done, ...row }]) => ({
        instance,
        ...row,
        progress: told ?? counted(row.state, planned.size, done.size),
      })),
    phase: () => phase,
    steps: () => [...steps.values()],
    startedAt: () => startedAt,
  };
}

function takePlan(row: MutableRow, { changes, kind, reason = '' }: PlannedInstance): void {
  for (const change of changes) row.planned.add(change.path);
  if (kind === 'no-change') row.state = 'no-change';
  if (kind === 'failed') row.text = reason;
}

/** The clock of a row runs for its current work: planning, then waiting for its turn, then executing. */
function begin(row: MutableRow, state: LiveState, at: number): void {
  const working = state === 'planning' || state === 'executing';
  if (working) row.since = at;
  else if (state === 'waiting' || state === 'planned') row.since = undefined;
  row.until = working || state === 'rolling-back' ? undefined : at;
  row.state = state;
  row.resource = '';
}

function counted(state: LiveState, total: number, done: number): number | undefined {
  if (state !== 'executing') return undefined;
  return estimateProgress({ total, done, elapsedMs: 0, earlierMs: [] }).progress;
}
