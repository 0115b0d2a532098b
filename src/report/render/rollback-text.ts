import type { TimedEvent } from '../events.ts';
import type { Style } from '../style.ts';
import { oneLine } from '../text.ts';
import { trafficLines } from './traffic-text.ts';

/** What a rollback is about to do, stack by stack. */
export function rollbackLines(event: Extract<TimedEvent, { type: 'rollback.started' }>, style: Style): string[] {
  const { instances, reason } = event;
  const returning = instances.filter(({ kind }) => kind === 'returns').length;
  const head = style.paint('warn', `${style.mark.warn} rolling back ${returning} of ${instances.length} stacks`);
  const lines = instances.flatMap(({ instance, kind, to, reason: why, notes }) => {
    const what =
      kind === 'returns'
        ? `returns to ${oneLine(to?.id ?? 'its release')}`
        : `${kind === 'refused' ? 'cannot return' : 'stays'}`;
    return [
      `  ${oneLine(instance)} ${what}${why ? `: ${oneLine(why)}` : ''}`,
      ...notes.map((note) => `    ${oneLine(note)}`),
    ];
  });
  return [`${head}: ${oneLine(reason)}`, ...lines, ...trafficLines(event, style)];
}
