import { AwsError } from '../../../aws/ports.ts';
import type { RunContext } from '../../../context.ts';
import { errorText, UserError } from '../../../errors.ts';
import type { StoredPlan } from '../../../failover/plan.ts';
import {
  type FailoverReadiness,
  overall,
  type ReadinessCheck,
  type ReadinessSubject,
  type TargetReadiness,
  unknown,
} from '../../../failover/readiness/model.ts';
import { parametersCheck } from '../../../failover/readiness/parameters.ts';
import { exitCodes } from '../../../report/exit-codes.ts';
import type { RunResult } from '../../../report/run-result.ts';
import type { Environment } from '../../../topology/model.ts';
import { isShared, withRoles } from '../../../topology/with-role.ts';
import { activeReader } from '../../active-targets.ts';
import type { Command } from '../../command.ts';
import { type ChosenEnvironment, environmentOf } from '../../environment.ts';
import { runResult } from '../../result.ts';
import { gatesOf } from '../failback-gates.ts';
import { type Copy, isCurrent, newestPlan, planCheck, programCheck, readCopies } from './copies.ts';
import { distributionsOf, fixOf, readFacts, type TargetFacts } from './facts.ts';
import { leavable, lookAtMechanism, type Route53Facts, readRoute53 } from './mechanism.ts';
import { type AllQuotas, quotasChecks, readQuotas } from './quotas.ts';
import { refuseOptions } from './refuse-options.ts';
import { restoreCommands } from './restore-commands.ts';
import { gatesCheck, lookAtCertificates, lookAtEndpoint } from './services.ts';
import { artifactsCheck, parametersOf, releaseCheck } from './stacks.ts';

/** Says of each target that could take over whether it can, and what is missing. Changes nothing. */
export const planFailover: Command = async (options, context) => {
  const startedAt = context.clock.now();
  refuseOptions(options, context);
  const chosen = await environmentOf(options, context, { templates: false });
  const { whole, environment } = chosen;
  const { application, name } = whole;
  if (whole.failover === undefined) {
    throw new UserError('no-failover', `${name} has no failover that could be ready`, {
      fix: ['Add "failover" to the environment and deploy: see docs/failover.md.'],
    });
  }
  context.report({
    type: 'run.started',
    command: 'plan',
    version: context.version,
    application,
    environment: name,
    targets: environment.targets.map((target) => target.name),
    dryRun: true,
  });
  const readiness = await lookAround(chosen, context);
  context.report({ type: 'readiness.ready', readiness });
  const verdict = overall(readiness.targets.map((target) => ({ verdict: AS_CHECK[target.verdict] })));
  const notReady = readiness.targets.filter((target) => target.verdict === 'not-ready').map(({ target }) => target);
  return runResult(
    whole,
    {
      command: 'plan',
      startedAt,
      instances: [],
      planned: true,
      readiness,
      ...ENDS[verdict],
      ...(notReady.length > 0 && { failure: `${notReady.join(', ')} could not take over` }),
    },
    context,
  );
};

const AS_CHECK = { ready: 'ready', 'not-ready': 'missing', unknown: 'unknown' } as const;

/** How what was found is told to scripts. */
const ENDS: Readonly<Record<TargetReadiness['verdict'], Pick<RunResult, 'status' | 'exitCode'>>> = {
  ready: { status: 'planned', exitCode: exitCodes.ok },
  'not-ready': { status: 'failed', exitCode: exitCodes.failed },
  unknown: { status: 'inconclusive', exitCode: exitCodes.inconclusive },
};

interface Seen {
  readonly whole: Environment;
  readonly facts: readonly TargetFacts[];
  readonly copies: readonly Copy[];
  readonly plan: StoredPlan | undefined;
  readonly current: boolean | undefined;
  readonly active: ReadonlySet<string>;
  readonly quotas: AllQuotas;
  /** Asked once, by the first check that needs it. */
  readonly route53: () => Promise<Route53Facts>;
}

/** What is there of each target that may take over. Changes nothing. @throws UserError where nothing can be read anywhere */
export async function lookAround(
  { whole, environment, excluded }: ChosenEnvironment,
  context: RunContext,
): Promise<FailoverReadiness> {
  const settings = whole.failover;
  if (settings === undefined) throw new Error('the environment has no failover');
  const asked = whole.targets.filter((target) => !excluded.has(target.name));
  const facts = await readFacts(whole, asked, context);
  const [first] = facts.flatMap(({ error }) => error ?? []);
  // Where nothing can be read anywhere it is the user's credentials, or their network.
  if (first !== undefined && facts.every(({ error }) => error !== undefined)) throw first;
  const readable = facts.filter(({ error }) => error === undefined);
  const works = readable.map(({ target, session }) => ({ target, session }));
  const [copies, { inactive }, quotas] = await Promise.all([
    readCopies(whole, facts),
    activeReader(whole, works, context).state(),
    readQuotas(facts, context),
  ]);
  const plan = newestPlan(copies);
  let route53: Promise<Route53Facts> | undefined;
  const seen: Seen = {
    whole,
    facts,
    copies,
    plan,
    current: plan && (await isCurrent(plan, whole, settings, context)),
    active: new Set(whole.targets.map((target) => target.name).filter((target) => !inactive.includes(target))),
    quotas,
    route53: () => {
      route53 ??= readRoute53(plan?.probe && new URL(plan.probe.url).hostname, oneAnAccount(readable));
      return route53;
    },
  };
  const names = withRoles(whole).targets.map((target) => target.name);
  const mechanism = plan?.mechanism;
  const wanted = new Set(environment.targets.map((target) => target.name));
  const candidates = facts.filter(
    (one) =>
      !isShared(one.stacks.map(({ instance }) => instance)) &&
      wanted.has(one.target.name) &&
      (mechanism === undefined || leavable(mechanism, one.target.name, names).length > 0),
  );
  return {
    mechanism: settings.mechanism.kind,
    ...(plan !== undefined && {
      plan: { sha256: plan.sha256, compiledAt: plan.compiledAt, release: plan.release.id },
    }),
    targets: await Promise.all(candidates.map((own) => lookAt(own, seen, context))),
    commands: restoreCommands(plan),
  };
}

function oneAnAccount(facts: readonly TargetFacts[]) {
  const sessions = new Map(facts.map(({ target, session }) => [target.account ?? target.name, session]));
  return [...sessions.values()];
}

async function lookAt(own: TargetFacts, seen: Seen, context: RunContext): Promise<TargetReadiness> {
  const { target } = own;
  const { name, region } = target;
  return { target: name, region, active: seen.active.has(name), ...(await checksOf(own, seen, context)) };
}

async function checksOf(
  own: TargetFacts,
  { whole, facts, copies, plan, current, active, quotas, route53 }: Seen,
  context: RunContext,
): Promise<Pick<TargetReadiness, 'verdict' | 'checks'>> {
  const { name, region, account } = own.target;
  const look = async (
    subject: ReadinessSubject,
    work: () => Promise<readonly ReadinessCheck[] | ReadinessCheck>,
  ): Promise<readonly ReadinessCheck[]> => {
    try {
      return [await work()].flat();
    } catch (error) {
      if (!(error instanceof AwsError) && !(error instanceof UserError)) throw error;
      return [unknown(subject, `it could not be found out: ${errorText(error)}`, ...fixOf(error))];
    }
  };
  const copy = copies.find(({ target }) => target === name) ?? { target: name };
  if (own.error !== undefined) {
    const checks = [unknown('release', `${name} cannot be read: ${errorText(own.error)}`, ...fixOf(own.error))];
    return { verdict: overall(checks), checks };
  }
  const others = facts.filter(({ target, error }) => target.name !== name && error === undefined);
  const serving = others.filter(({ target }) => active.has(target.name));
  const elsewhere = others.filter(({ target }) => target.region !== region || target.account !== account);
  const release = { id: plan?.release.id ?? 'none' };
  const checks = await Promise.all([
    look('plan', async () => planCheck(copy, plan, current)),
    look('program', () => programCheck(plan, own)),
    look('release', async () => releaseCheck(own, serving)),
    look('parameters', async () => parametersCheck(parametersOf(own), serving.flatMap(parametersOf))),
    look('artifacts', async () => artifactsCheck(own)),
    look('endpoint', () =>
      lookAtEndpoint(
        plan?.targets.find((planned) => planned.name === name),
        plan,
        context,
      ),
    ),
    look('gates', async () => gatesCheck(await gatesOf(name, { release }, whole, context))),
    look('quotas', async () => quotasChecks(own, elsewhere, quotas)),
    look('certificate', () =>
      lookAtCertificates(plan?.probe && new URL(plan.probe.url).hostname, own, distributionsOf(facts), context),
    ),
    look('mechanism', async () =>
      plan === undefined ? [] : lookAtMechanism(plan, name, active, facts, route53, context),
    ),
  ]);
  return { verdict: overall(checks.flat()), checks: checks.flat() };
}
