import type { RunContext } from '../context.ts';
import { UserError } from '../errors.ts';
import type { GateVerdict } from '../gates/model.ts';
import type { Options } from '../options/values.ts';
import type { RunResult } from '../report/run-result.ts';
import type { RecordedRelease } from '../rollout/rollback-ports.ts';
import type { GateDefinition } from '../topology/gate-model.ts';
import { namesRelease } from '../topology/gate-references.ts';
import type { Environment } from '../topology/model.ts';
import { askOnce, lookBackOf } from './ask-once.ts';
import type { Command } from './command.ts';
import { refuseUntil } from './deploy/refusals.ts';
import { deployedReleases } from './deployed-releases.ts';
import { environmentOf } from './environment.ts';
import { runResult } from './result.ts';
import { tellStart } from './tell-start.ts';

/** Asks every gate of the environment once, whatever its `when` says. Changes nothing. */
export const verify: Command = async (options, context) => {
  const startedAt = context.clock.now();
  const chosen = await environmentOf(options, context);
  const environment = upTo(chosen.environment, options, context);
  if (options['allow-no-gates'] !== true) refuseWithoutGates(environment);
  tellStart('verify', environment, false, context);
  const releases = await expectedReleases(environment, options, context);
  const [first] = releases.values();
  const asked = environment.phases.flatMap((phase) => {
    const since = startedAt - (options['look-back'] ?? lookBackOf(phase));
    // In the middle of a rollout targets have different releases, and each must answer with its own.
    const groups = Map.groupBy(phase.targets, (target) => releases.get(target)?.id ?? '');
    return [...groups.values()].map((targets) => {
      const release = releases.get(targets[0] ?? '');
      return { phase: phase.name, targets, since, ...(release !== undefined && { release }) };
    });
  });
  const whole = { ...chosen.whole, phases: environment.phases };
  const gates = await askOnce({ environment: whole, release: first ?? { id: '' } }, asked, context);
  for (const verdict of gates) context.report({ type: 'gate.verdict', verdict });
  return runResult(
    environment,
    {
      command: 'verify',
      startedAt,
      instances: [],
      gates,
      status: statusOf(gates, context.signal),
      ...(new Set([...releases.values()].map(({ id }) => id)).size === 1 && first !== undefined && { release: first }),
    },
    context,
  );
};

function statusOf(gates: readonly GateVerdict[], signal: AbortSignal): RunResult['status'] {
  if (signal.aborted) return 'cancelled';
  if (gates.some(({ verdict }) => verdict === 'fail')) return 'failed';
  return gates.some(({ verdict }) => verdict === 'inconclusive') ? 'inconclusive' : 'succeeded';
}

/**
 * The phases up to the one a rollout waits after: later ones have not got the release.
 * @throws UserError `unknown-phase`
 */
function upTo(environment: Environment, options: Options, context: RunContext): Environment {
  const { until } = options;
  refuseUntil(environment, { ...options, leave: true }, context);
  const last = environment.phases.findIndex(({ name }) => name === until);
  return until === undefined ? environment : { ...environment, phases: environment.phases.slice(0, last + 1) };
}

/** @throws UserError `no-gates` */
function refuseWithoutGates({ name, phases }: Environment): void {
  if (phases.some(({ gates }) => gates.length > 0)) return;
  throw new UserError('no-gates', `${name} has no gates`, {
    fix: ['Add `gates` to the environment in the configuration file, or say that it may have none (allow-no-gates).'],
  });
}

/** A gate that compares with the release, if there is one. */
function askingForRelease({ phases }: Environment): GateDefinition | undefined {
  return phases.flatMap(({ gates }) => gates).find(({ check }) => namesRelease(check));
}

/**
 * The release that each target must answer with, where any gate asks for it: the one that is named, else the one that its
 * records tell.
 * @throws UserError `release-missing` where neither is known
 */
async function expectedReleases(
  environment: Environment,
  options: Options,
  context: RunContext,
): Promise<ReadonlyMap<string, RecordedRelease>> {
  const names = environment.targets.map(({ name }) => name);
  const named = options.release;
  if (named !== undefined) return new Map(names.map((name) => [name, { id: named }]));
  const asking = askingForRelease(environment);
  if (asking === undefined) return new Map();
  const found = await deployedReleases(environment, context);
  const unknown = [...found].flatMap(([target, known]) => ('unknown' in known ? [`${target}: ${known.unknown}`] : []));
  if (unknown.length === 0)
    return new Map([...found].flatMap(([name, known]) => ('release' in known ? [[name, known.release]] : [])));
  throw new UserError(
    'release-missing',
    `the gate ${asking.name} takes the release, and none is named; ${unknown.join('; ')}`,
    {
      fix: ['Name the release that must be there: it is in the result of the deployment.'],
      ...(asking.location && { location: asking.location }),
    },
  );
}
