import type { Clock } from '../clock.ts';
import { errorText } from '../errors.ts';
import type { Report, RunEvent, TimedEvent } from './events.ts';
import type { Redactor } from './redactor.ts';

/** Shows events somewhere. It may throw: the run goes on without it. */
export interface Renderer {
  event(event: TimedEvent): void;
  /** Writes what is left. Called once, after the last event. */
  close?(): Promise<void>;
}

export interface Reporter {
  readonly report: Report;
  /** Lets every renderer finish; later events are dropped. Never rejects. */
  close(): Promise<void>;
}

export interface ReporterOptions {
  readonly clock: Pick<Clock, 'now'>;
  readonly renderers: readonly Renderer[];
  readonly redactor?: Redactor;
  /** Hears, once for each renderer, why it was taken out; absent: silence. */
  readonly onRendererFailure?: (message: string) => void;
}

/**
 * Gives events their time, takes secrets out and hands them to all renderers. A renderer that throws twenty times is
 * not asked again: what people see is never worth more than the rollout itself.
 */
export function createReporter(options: ReporterOptions): Reporter {
  const { clock, renderers, redactor } = options;
  const failures = new Map<Renderer, number>();
  let closed = false;

  const failed = (renderer: Renderer, error: unknown) => {
    const before = failures.get(renderer) ?? 0;
    failures.set(renderer, before + 1);
    if (before > 0) return;
    try {
      options.onRendererFailure?.(errorText(error));
    } catch {
      // Nobody is left to tell.
    }
  };

  return {
    report(event: RunEvent) {
      if (closed) return;
      const timed: TimedEvent = {
        ...event,
        at: event.type === 'stack.event' ? event.at : new Date(clock.now()).toISOString(),
      };
      const shown = redactor ? redactData(timed, redactor) : timed;
      for (const renderer of renderers) {
        if ((failures.get(renderer) ?? 0) >= MOST_FAILURES) continue;
        try {
          renderer.event(shown);
        } catch (error) {
          failed(renderer, error);
        }
      }
    },
    async close() {
      if (closed) return;
      closed = true;
      await Promise.all(
        renderers.map(async (renderer) => {
          try {
            await renderer.close?.();
          } catch (error) {
            failed(renderer, error);
          }
        }),
      );
    },
  };
}

const MOST_FAILURES = 20;

/** Words of our own that programs branch on; a secret that happens to be "failed" must not change them. */
const ownWords: ReadonlySet<string> = new Set([
  'type',
  'at',
  'state',
  'status',
  'kind',
  'level',
  'verdict',
  'action',
  'replacement',
  'startedAt',
  'endedAt',
]);

/** Plain data of the shape of events with every string redacted. */
export function redactData<T>(data: T, redactor: Redactor): T;
export function redactData(data: unknown, redactor: Redactor, keys?: 'ours' | 'names' | 'theirs'): unknown;
export function redactData(data: unknown, redactor: Redactor, keys: 'ours' | 'names' | 'theirs' = 'ours'): unknown {
  if (typeof data === 'string') return redactor.redact(data);
  if (Array.isArray(data)) return data.map((item: unknown) => redactData(item, redactor, 'ours'));
  if (typeof data !== 'object' || data === null) return data;
  const entries: readonly [string, unknown][] = Object.entries(data);
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (keys === 'theirs') return [redactor.redact(key), redactData(value, redactor, 'theirs')];
      if (keys === 'names') return [redactor.redact(key), redactData(value, redactor)];
      if (ownWords.has(key) && typeof value === 'string') return [key, value];
      // Keys of `targets` are the user's names; below `outputs` nothing is ours.
      return [key, redactData(value, redactor, key === 'targets' ? 'names' : key === 'outputs' ? 'theirs' : 'ours')];
    }),
  );
}
