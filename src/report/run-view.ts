import { estimateProgress, type ProgressEstimate } from './duration-estimate.ts';
import type { LiveState, TimedEvent } from './events.ts';
import type { PlannedInstance } from './plan-report.ts';
import { shiftText } from './render/shift-text.ts';

/** One stack in one target as a live table shows it. */
export interface RowView {
  readonly instance: string;
  readonly target: string;
  readonly stack: string;
  readonly state: LiveState;
  readonly text: string;
  /** 0..1, from what the core told, resources, and how long it took before; undefined when nothing is known. */
  readonly progress: number | undefined;
  readonly remainingMs: number | undefined;
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
  earlierMs: readonly number[];
  readonly planned: Set<string>;
  readonly done: Set<string>;
}

export interface RunView {
  apply(event: TimedEvent): void;
  /** Rows in the order in which they became known. */
  rows(now: number): readonly RowView[];
  readonly phase: () => string;
  /** Steps under way: what they say and when they began. */
  steps(): readonly { readonly text: string; readonly since: number }[];
  readonly startedAt: () => number | undefined;
}

/** Folds events into what is going on right now. */
export function createRunView(): RunView {
  const rows = new Map<string, MutableRow & { readonly target: string; readonly stack: string }>();
  const steps = new Map<string, { readonly text: string; readonly since: number }>();
  /** How long stacks took in this run, by key, newest first: a wave foretells the next one. */
  const took = new Map<string, readonly number[]>();
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
      earlierMs: [],
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
        case 'alias.shift': {
          const row = rows.get(event.instance);
          if (row) row.resource = shiftText(event);
          break;
        }
        case 'instance.finished': {
          const { instance, target, stack, state, reason = '', startedAt: began, endedAt = event.at } = event.result;
          const row = rowOf(instance, target, stack);
          Object.assign(row, { state, text: reason, resource: '' });
          row.since = began === undefined ? undefined : Date.parse(began);
          row.until = Date.parse(endedAt);
          if (state === 'succeeded' && row.since !== undefined)
            took.set(stack, [row.until - row.since, ...(took.get(stack) ?? [])]);
          break;
        }
      }
    },
    rows: (now) =>
      [...rows].map(([instance, row]) => {
        const { target, stack, state, text, since, until, resource } = row;
        const { progress, remainingMs } = estimate(row, now, took.get(stack) ?? []);
        return { instance, target, stack, state, text, since, until, resource, progress, remainingMs };
      }),
    phase: () => phase,
    steps: () => [...steps.values()],
    startedAt: () => startedAt,
  };
}

function takePlan(row: MutableRow, { changes, kind, reason = '', earlierMs = [] }: PlannedInstance): void {
  for (const change of changes) row.planned.add(change.path);
  row.earlierMs = earlierMs;
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

function estimate(row: MutableRow, now: number, tookHere: readonly number[]): ProgressEstimate {
  const { state, told, since, planned, done } = row;
  if (state !== 'executing') return told === undefined ? {} : { progress: told };
  const earlierMs = [...row.earlierMs, ...tookHere];
  if (told !== undefined && earlierMs.length === 0) return { progress: told };
  // The core sees nested stacks as well, so what it told may be ahead of the resources seen here.
  const total = told !== undefined && planned.size === 0 ? 1 : planned.size;
  return estimateProgress({
    total,
    done: Math.max(done.size, (told ?? 0) * total),
    elapsedMs: now - (since ?? now),
    earlierMs,
  });
}
