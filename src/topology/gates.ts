import { alarmCheck } from './alarm-gate.ts';
import { checkBake } from './bake.ts';
import { compareCheck } from './compare-gate.ts';
import { type Context, member } from './context.ts';
import type { GateCheck, GateDefinition } from './gate-model.ts';
import { checkGateReferences, type GatePlace } from './gate-references.ts';
import { httpCheck } from './http-gate.ts';
import { metricCheck } from './metric-gate.ts';
import type { Phase } from './model.ts';
import { didYouMean } from './nearest.ts';
import { commandCheck, lambdaCheck } from './run-gates.ts';
import type { ConfigEnvironment } from './schema/file.ts';
import type { ConfigGate } from './schema/gates.ts';

export type GatePath = readonly (string | number)[];

/** What a kind of gate is unless it is configured: when it is asked, and how long one round may take. */
interface KindDefaults {
  readonly when: GateDefinition['when'];
  readonly timeoutMs: number;
}

interface Kind {
  readonly name: GateCheck['kind'];
  /** Keys of the configuration that make a gate one of this kind. */
  readonly keys: readonly (keyof ConfigGate)[];
  /** Further keys that only some kinds take. */
  readonly also: readonly (keyof ConfigGate)[];
  readonly defaults: KindDefaults;
  readonly read: (config: ConfigGate, path: GatePath, context: Context) => Promise<GateCheck | undefined>;
}

const KINDS: readonly Kind[] = [
  {
    name: 'http',
    keys: ['http'],
    also: ['expect'],
    defaults: { when: ['bake'], timeoutMs: 30_000 },
    read: httpCheck,
  },
  {
    name: 'alarm',
    keys: ['alarm', 'alarm-prefix', 'alarm-tag'],
    also: ['insufficient-data', 'stale'],
    defaults: { when: ['before', 'bake'], timeoutMs: 30_000 },
    read: alarmCheck,
  },
  {
    name: 'metric',
    keys: ['metric'],
    also: [],
    defaults: { when: ['bake'], timeoutMs: 30_000 },
    read: metricCheck,
  },
  {
    name: 'compare',
    keys: ['compare'],
    also: [],
    // Once, when the bake is over: every further look is another chance of a false alarm.
    defaults: { when: ['after'], timeoutMs: 30_000 },
    read: compareCheck,
  },
  {
    name: 'command',
    keys: ['command'],
    also: [],
    defaults: { when: ['after'], timeoutMs: 300_000 },
    read: commandCheck,
  },
  {
    name: 'lambda',
    keys: ['lambda'],
    also: ['expect'],
    defaults: { when: ['after'], timeoutMs: 300_000 },
    read: lambdaCheck,
  },
];

const INTERVAL_MS = 30_000;

/**
 * The phases with their gates and bake times. Gates and bake belong to waves; where no stack is in a wave, to the last
 * phase. What a wave says itself replaces what the environment says.
 */
export async function withGates(
  phases: readonly Phase[],
  environment: string,
  config: ConfigEnvironment,
  place: GatePlace,
  context: Context,
): Promise<readonly Phase[]> {
  const path = ['environments', environment];
  const configured = Array.isArray(config.waves) ? config.waves : [];
  const waves = phases.some(({ kind }) => kind === 'wave');
  const result: Phase[] = [];
  for (const [index, phase] of phases.entries()) {
    const judged = waves ? phase.kind === 'wave' : index === phases.length - 1;
    if (!judged) {
      result.push(phase);
      continue;
    }
    const number = configured.findIndex((wave, at) => (wave.name ?? `wave-${at + 1}`) === phase.name);
    const own = phase.kind === 'wave' ? configured[number] : undefined;
    const at = own?.gates === undefined ? [...path, 'gates'] : [...path, 'waves', number, 'gates'];
    const gates = await readGates(own?.gates ?? config.gates ?? [], at, place, context);
    result.push({ ...phase, gates, bakeMs: own?.bake ?? config.bake ?? 0 });
  }
  checkBake(result, bakingSteps(config), context);
  return result;
}

/** Who is not drained has its traffic already: then only the last step, which ends the ramp, bakes. */
function bakingSteps({ traffic }: ConfigEnvironment): number {
  const { steps = [100], drain } = traffic ?? {};
  return drain === undefined ? 1 : Math.max(1, steps.filter((percent) => percent > drain).length);
}

async function readGates(
  configs: readonly ConfigGate[],
  path: GatePath,
  place: GatePlace,
  context: Context,
): Promise<readonly GateDefinition[]> {
  const gates: GateDefinition[] = [];
  for (const [index, config] of configs.entries()) {
    const at = [...path, index];
    const kind = kindOf(config, at, context);
    const check = await kind?.read(config, at, context);
    if (kind === undefined || check === undefined) continue;
    const name = nameOf(config, kind.name, gates, at, context);
    const { when, scope = 'target', inconclusive = 'hold', interval = INTERVAL_MS, timeout } = config;
    const location = context.at(...at);
    checkRoles(check, name, at, place, context);
    await checkGateReferences(config, { name, scope, path: at }, place, context);
    gates.push({
      name,
      when: when === undefined ? kind.defaults.when : typeof when === 'string' ? [when] : [...new Set(when)],
      scope,
      inconclusive,
      intervalMs: interval,
      timeoutMs: timeout ?? kind.defaults.timeoutMs,
      check,
      ...(location && { location }),
    });
  }
  checkAlone(gates, path, place, context);
  return gates;
}

/** Other regions have other users: what they do alike proves nothing. */
function checkAlone(gates: readonly GateDefinition[], path: GatePath, place: GatePlace, context: Context): void {
  const between = gates.flatMap(({ check }) => (check.kind === 'compare' && check.baselineTarget ? [check] : []));
  for (const { baselineTarget } of between) {
    if (baselineTarget === undefined || place.allTargets.includes(baselineTarget.name)) continue;
    const message = `a comparison names the target "${baselineTarget.name}", which is none`;
    context.findings.add('gate', message, context.at(...path), didYouMean(baselineTarget.name, place.allTargets));
  }
  if (between.length === 0 || between.length < gates.length) return;
  const message = 'a comparison between regions cannot be the only gate';
  context.findings.add('gate', message, context.at(...path), 'Add one that looks at the release itself, such as http.');
}

/** Only the session of a role that is assumed can be narrowed to reading. */
function checkRoles(check: GateCheck, name: string, path: GatePath, { targets }: GatePlace, context: Context): void {
  if (check.kind !== 'command' || check.credentials !== 'read-only') return;
  const without = targets.find(({ credentials }) => credentials.role === undefined);
  if (without === undefined) return;
  context.findings.add(
    'gate',
    `the command of the gate ${name} may only read, but ${without.name} has no role whose session could be narrowed to that`,
    context.at(...path, 'command'),
    'Give the target a role-to-assume, or say `credentials: none` or `credentials: full`.',
  );
}

function kindOf(config: ConfigGate, path: GatePath, context: Context): Kind | undefined {
  const has = (key: string) => member(config as Readonly<Record<string, unknown>>, key) !== undefined;
  const known = KINDS.map(({ name }) => name).join(', ');
  const [kind, other] = KINDS.filter(({ keys }) => keys.some(has));
  if (kind === undefined || other !== undefined) {
    const message =
      kind === undefined
        ? 'a gate says no kind of check'
        : `a gate is both ${kind.name} and ${other?.name}: it has exactly one kind`;
    const fix = kind === undefined ? `Give it one of ${known}.` : 'Make two gates of it.';
    context.findings.add('gate', message, context.at(...path), fix);
    return undefined;
  }
  const foreign = KINDS.flatMap(({ also }) => also).find((key) => has(key) && !kind.also.includes(key));
  if (foreign !== undefined) {
    const takers = KINDS.filter(({ also }) => also.includes(foreign)).map(({ name }) => name);
    const message = `"${foreign}" has no meaning for a gate of the kind ${kind.name}`;
    context.findings.add('gate', message, context.at(...path, foreign), `It is for ${takers.join(' and ')}.`);
  }
  return kind;
}

function nameOf(
  { name }: ConfigGate,
  kind: string,
  before: readonly GateDefinition[],
  path: GatePath,
  context: Context,
): string {
  const taken = new Set(before.map((gate) => gate.name));
  if (name === undefined) {
    const candidates = [kind, ...before.map((_, index) => `${kind}-${index + 2}`)];
    return candidates.find((candidate) => !taken.has(candidate)) ?? kind;
  }
  if (taken.has(name)) context.findings.add('gate', `two gates have the name ${name}`, context.at(...path, 'name'));
  return name;
}
