import type { TargetSession } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import type { Plan } from '../../report/plan-report.ts';
import type { InstanceResult } from '../../report/run-result.ts';
import { describePlan } from '../../rollout/plan.ts';
import { instanceResult, notTried } from '../../rollout/results.ts';
import { discardPreparation, executeStack, prepareStack } from '../../stack/index.ts';
import type { Preparation, StackOutcome } from '../../stack/model.ts';
import type { Template } from '../../template/model.ts';
import { parseTemplate } from '../../template/parse.ts';
import type { StackInstance } from '../../topology/model.ts';
import type { Command } from '../command.ts';
import { failedOutcome, failedPreparation } from '../deploy/failures.ts';
import { runResult } from '../result.ts';
import { tellStart } from '../tell-start.ts';
import { type AccountPlace, findAccounts, readBootstrap } from './accounts.ts';
import { proveProfiles } from './profiles.ts';
import { type BootstrapStack, shellCommand } from './shell-command.ts';
import { refuseTooLarge, withoutDeployRole } from './template-fits.ts';
import { instanceOf, parametersFor, portsOf, requestOf } from './work.ts';

/** One account with what is to be done in it. */
interface Work {
  readonly place: AccountPlace;
  readonly instance: StackInstance;
  readonly session: TargetSession;
  readonly parameters: Readonly<Record<string, string>>;
  readonly preparation: Preparation;
}

const PHASE = { name: 'bootstrap' };

/**
 * Puts the bootstrap template into every account of the configuration that the credentials reach, after showing what
 * that changes; for the others it tells the command. A second time it changes nothing.
 */
export const bootstrap: Command = async (options, context) => {
  const startedAt = context.clock.now();
  const { path, text } = readBootstrap(options, context);
  const template = parseTemplate(text, path);
  refuseTooLarge(text, path);
  const { application, environments, places } = await findAccounts(options, context);
  const named = { application, name: environments.join(', ') };
  const stack: BootstrapStack = {
    stackName: options['stack-name'] ?? `${application}-bootstrap`,
    path,
    parameters: options.parameters?.values ?? {},
  };
  if (options['print-commands']) {
    for (const place of places) context.report({ type: 'note', level: 'info', text: lineOf(place, stack) });
    return runResult(named, { command: 'bootstrap', startedAt, instances: [], status: 'planned' }, context);
  }
  const targets = places.map(({ target }) => target);
  tellStart('bootstrap', { ...named, targets }, options['dry-run'] === true, context);
  for (const account of withoutDeployRole(places, template)) {
    const says = `${path} has no deploy role for ${account}: run init again, it shows what the template lacks`;
    context.report({ type: 'note', level: 'warning', text: says });
  }
  await proveProfiles(places, context);
  const works = await Promise.all(places.map((place) => prepare(place, stack, template, context)));
  const plan = planOf(works, named.name);
  context.report({ type: 'plan.ready', plan });
  const execute = await decide(works, options, template, context);
  const instances = await Promise.all(works.map((work) => finish(work, { execute, stack, template }, context)));
  return runResult(named, { command: 'bootstrap', startedAt, instances, plan, planned: !execute }, context);
};

function lineOf(place: AccountPlace, stack: BootstrapStack): string {
  return `with credentials of ${place.target.name}: ${shellCommand(place, stack)}`;
}

async function prepare(
  place: AccountPlace,
  stack: BootstrapStack,
  template: Template,
  context: RunContext,
): Promise<Work> {
  const instance = instanceOf(place, stack.stackName);
  const session = context.aws.session(place.target);
  const base = { place, instance, session, parameters: stack.parameters };
  try {
    await session.account();
    const parameters = await parametersFor(session, template, stack, context);
    const request = requestOf(instance, template, parameters, context);
    const preparation = await prepareStack(request, portsOf(instance, session, template, context));
    return { ...base, parameters, preparation };
  } catch (error) {
    const failed = failedPreparation(error, context.signal);
    const fix = [...failed.fix, `Or in a shell ${lineOf(place, stack)}`];
    return { ...base, preparation: { ...failed, fix } };
  }
}

function planOf(works: readonly Work[], environment: string): Plan {
  return {
    environment,
    release: 'bootstrap',
    phases: [{ ...PHASE, targets: works.map(({ instance }) => instance.target.name) }],
    instances: works.map(({ instance, preparation }) =>
      describePlan(
        { instance, phase: PHASE.name, inputs: { kind: 'waiting', for: [] }, preparation },
        { switchesAtOnce: [] },
      ),
    ),
  };
}

/** @returns whether the change sets are executed; where they are not, they are deleted */
async function decide(
  works: readonly Work[],
  options: Options,
  template: Template,
  context: RunContext,
): Promise<boolean> {
  const changing = works.filter(({ preparation }) => preparation.kind === 'change-set');
  if (changing.length === 0) return options['dry-run'] !== true;
  const discard = (): Promise<unknown> =>
    Promise.all(
      changing.map(({ instance, session, parameters, preparation }) =>
        discardPreparation(
          requestOf(instance, template, parameters, context),
          preparation,
          portsOf(instance, session, template, context),
        ),
      ),
    );
  if (options['dry-run']) {
    await discard();
    return false;
  }
  const accounts = changing.map(({ place }) => place.target.name).join(', ');
  try {
    if (await context.confirm(`Make these roles in ${accounts}?`)) return true;
    throw new UserError('declined', 'nothing was changed', { fix: ['Answer y, or add --yes.'] });
  } catch (error) {
    await discard();
    throw error;
  }
}

async function finish(
  { instance, session, parameters, preparation }: Work,
  { execute, template }: { readonly execute: boolean; readonly stack: BootstrapStack; readonly template: Template },
  context: RunContext,
): Promise<InstanceResult> {
  const outcome = async (): Promise<StackOutcome> => {
    if (preparation.kind === 'failed') return { ...preparation, outputs: {} };
    if (preparation.kind === 'no-change')
      return { state: 'no-change', failures: [], fix: [], outputs: preparation.outputs };
    if (preparation.kind !== 'change-set' || !execute) return notTried('skipped', 'planned only');
    const request = requestOf(instance, template, parameters, context);
    try {
      return await executeStack(request, preparation, portsOf(instance, session, template, context));
    } catch (error) {
      return failedOutcome(error, context.signal);
    }
  };
  const result = instanceResult(instance, PHASE, await outcome(), { preparation });
  context.report({ type: 'instance.finished', result });
  return result;
}
