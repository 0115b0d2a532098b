import { type Context, defined } from './context.ts';
import { DEFAULT_DRILL, type DrillSettings } from './failover-model.ts';
import type { ConfigEnvironment } from './schema/file.ts';

type ConfigFailover = NonNullable<ConfigEnvironment['failover']>;

/** How the failover is tried out, with what holds where nothing is said. */
export function readDrill(
  { drill = {}, mechanism }: ConfigFailover,
  path: readonly string[],
  context: Context,
): DrillSettings {
  if (drill['revert-role'] !== undefined && mechanism !== 'stop-switch') {
    const other = mechanism === 'weights' ? 'Give traffic.revert-role instead.' : 'Remove "revert-role".';
    context.findings.add(
      'failover-key',
      `failover.drill.revert-role is of the mechanism stop-switch, but the mechanism is ${mechanism}`,
      context.atKey(...path, 'drill', 'revert-role'),
      other,
    );
  }
  const { every, hold = DEFAULT_DRILL.holdMs, abort = {}, inject } = drill;
  return {
    holdMs: hold,
    abort: {
      belowPercent: abort.below ?? DEFAULT_DRILL.abort.belowPercent,
      windowMs: abort.for ?? DEFAULT_DRILL.abort.windowMs,
    },
    ...defined({
      everyMs: every,
      revertRole: drill['revert-role'],
      inject: inject && { run: programOf(inject.command), revert: programOf(inject.revert) },
    }),
  };
}

/** A program and its arguments: a text is a line for the shell. */
export function programOf(command: string | readonly string[]): readonly string[] {
  return typeof command === 'string' ? ['sh', '-c', command] : command;
}
