import { type Context, defined } from './context.ts';
import type { ConsumerSettings, FailoverSettings, GracefulSettings, HookSettings } from './failover-model.ts';
import type { GateCheck } from './gate-model.ts';
import { checkGateReferences, type GatePlace } from './gate-references.ts';
import { metricCheck } from './metric-gate.ts';
import { didYouMean } from './nearest.ts';
import { commandCheck, lambdaCheck } from './run-gates.ts';
import type { ConfigEnvironment } from './schema/file.ts';
import type { ConfigGate } from './schema/gates.ts';

type ConfigFailover = NonNullable<ConfigEnvironment['failover']>;
type ConfigGraceful = NonNullable<ConfigFailover['graceful']>;
type ConfigHook = NonNullable<ConfigGraceful['quiesce' | 'resume']>;
type Path = readonly string[];

const HOOK_TIMEOUT_MS = 60_000;
const INTERVAL_MS = 5_000;
const CAUGHT_UP_TIMEOUT_MS = 300_000;
const KINDS = ['command', 'lambda', 'metric'] as const;

/** What a failover does with the application itself: consumers that follow the role, and hooks of a graceful move. */
export async function readFailoverWork(
  environment: string,
  { failover }: ConfigEnvironment,
  place: GatePlace,
  context: Context,
): Promise<Pick<FailoverSettings, 'consumers' | 'graceful'>> {
  if (failover === undefined) return {};
  const path = ['environments', environment, 'failover'];
  const { consumers, graceful } = failover;
  return defined({
    consumers: consumers && readConsumers(consumers, [...path, 'consumers'], place, context),
    graceful: graceful && (await readGraceful(graceful, [...path, 'graceful'], place, context)),
  });
}

function readConsumers(
  { where, tag, resources = {} }: NonNullable<ConfigFailover['consumers']>,
  path: Path,
  { stacks }: GatePlace,
  context: Context,
): ConsumerSettings {
  const keys = stacks.map(({ key }) => key);
  for (const key of Object.keys(resources).filter((name) => !keys.includes(name))) {
    const message = `failover.consumers names the stack "${key}", which is none`;
    context.findings.add('unknown-stack', message, context.atKey(...path, 'resources', key), didYouMean(key, keys));
  }
  if (tag === undefined && Object.keys(resources).length === 0) {
    const message = 'failover.consumers does not say which they are';
    context.findings.add('missing-key', message, context.at(...path), 'Give it tag or resources.');
  }
  const [key = '', ...value] = (tag ?? '').split('=');
  return {
    where,
    resources,
    ...(tag !== undefined && { tag: { key, ...(value.length > 0 && { value: value.join('=') }) } }),
  };
}

async function readGraceful(
  config: ConfigGraceful,
  path: Path,
  place: GatePlace,
  context: Context,
): Promise<GracefulSettings> {
  await checkGateReferences(config, { name: 'failover.graceful', scope: 'target', path }, place, context);
  const { quiesce, resume, 'caught-up': caughtUp } = config;
  if (quiesce !== undefined && resume === undefined) {
    const fix = 'Add failover.graceful.resume: it runs when the move is undone, and before the target is active again.';
    const message = 'a hook stops writes, and none resumes them';
    context.findings.add('missing-key', message, context.at(...path, 'quiesce'), fix);
  }
  const check = caughtUp && (await readCheck(caughtUp, 'caught-up', [...path, 'caught-up'], context));
  return defined({
    quiesce: quiesce && (await readHook(quiesce, 'quiesce', [...path, 'quiesce'], context)),
    resume: resume && (await readHook(resume, 'resume', [...path, 'resume'], context)),
    caughtUp: check && {
      check,
      intervalMs: caughtUp.interval ?? INTERVAL_MS,
      timeoutMs: caughtUp.timeout ?? CAUGHT_UP_TIMEOUT_MS,
    },
  });
}

async function readHook(
  config: ConfigHook,
  name: string,
  path: Path,
  context: Context,
): Promise<HookSettings | undefined> {
  const check = await readCheck(config, name, path, context);
  if (check === undefined || (check.kind !== 'command' && check.kind !== 'lambda')) return undefined;
  return { check, timeoutMs: config.timeout ?? HOOK_TIMEOUT_MS };
}

/** Exactly one kind. A hook acts, so its command gets credentials that may; the plan is used wherever somebody has it. */
async function readCheck(
  config: Pick<ConfigGate, 'command' | 'lambda' | 'metric' | 'expect'>,
  name: string,
  path: Path,
  context: Context,
): Promise<GateCheck | undefined> {
  const [kind, other] = KINDS.filter((key) => config[key] !== undefined);
  if (kind === undefined || other !== undefined) {
    const message = `failover.graceful.${name} says ${kind === undefined ? 'nothing to run' : `both ${kind} and ${other}`}`;
    context.findings.add('failover-hook', message, context.at(...path), 'Give it exactly one.');
    return undefined;
  }
  if (config.expect !== undefined && kind !== 'lambda') {
    const at = context.at(...path, 'expect');
    context.findings.add('failover-hook', `"expect" has no meaning for ${kind}`, at, 'It is for lambda.');
  }
  switch (kind) {
    case 'metric':
      return metricCheck(config, path, context);
    case 'command': {
      const check = await commandCheck(config, path, context);
      return check && { ...check, directory: '.', credentials: 'full' };
    }
    case 'lambda': {
      const check = await lambdaCheck(config, path, context);
      const given = typeof config.lambda === 'object' && config.lambda.payload !== undefined;
      return check && (given ? check : { ...check, payload: { hook: name } });
    }
  }
}
