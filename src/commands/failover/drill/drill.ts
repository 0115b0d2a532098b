import type { RunContext } from '../../../context.ts';
import { UserError } from '../../../errors.ts';
import type { Options } from '../../../options/values.ts';
import { DRILL_KINDS } from '../../../records/drill-record.ts';
import { DEFAULT_DRILL } from '../../../topology/failover-model.ts';
import type { Environment } from '../../../topology/model.ts';
import type { Command } from '../../command.ts';
import { environmentOf } from '../../environment.ts';
import type { DrillableSettings } from './facts.ts';

/** Tries a failover out: looks whether it could be done, measures, or moves traffic there and back. */
export const drill: Command = async (options, context) => {
  const { kind, end } = options;
  if ((end === true) === (kind !== undefined)) {
    throw new UserError('drill-kind', 'a drill needs to be told what to do, in one way', {
      fix: [
        `Give ${context.nameOption('kind')}: ${DRILL_KINDS.join(', ')}; or ${context.nameOption('end')} to end one that is left over.`,
      ],
    });
  }
  const { whole: environment } = await environmentOf(options, context, { templates: false });
  const settings = settingsOf(environment);
  started(environment, options, context);
  if (kind === 'readiness' || kind === 'probe') {
    const { lookOnly } = await import('./look.ts');
    return lookOnly(kind, { environment, settings, options, context });
  }
  const { moveOrEnd } = await import('./moving.ts');
  return moveOrEnd(kind, { environment, settings, options, context });
};

/** What a drill is asked for. */
export interface DrillAsked {
  readonly environment: Environment;
  readonly settings: DrillableSettings;
  readonly options: Options;
  readonly context: RunContext;
}

function settingsOf({ failover, name }: Environment): DrillableSettings {
  if (failover !== undefined) return { ...failover, drill: failover.drill ?? DEFAULT_DRILL };
  throw new UserError('failover-missing', `nothing says how ${name} would fail over`, {
    fix: ['Add "failover" with a mechanism to the environment, and deploy.'],
  });
}

function started({ application, name, targets }: Environment, options: Options, context: RunContext): void {
  context.report({
    type: 'run.started',
    command: 'drill',
    version: context.version,
    application,
    environment: name,
    targets: targets.map((target) => target.name),
    dryRun: options['dry-run'] === true,
  });
}
