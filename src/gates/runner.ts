import { AwsError } from '../aws/ports.ts';
import { errorText, UserError } from '../errors.ts';
import type { GateDefinition } from '../topology/gate-model.ts';
import type { Target } from '../topology/model.ts';
import type { CheckRequest, Finding, GatePorts } from './check.ts';
import { loadCheck } from './kinds.ts';
import type { GateRequest, GateRunner, GateVerdict } from './model.ts';
import { createOutputs, type Outputs } from './outputs.ts';
import { type ResolveOptions, resolveCheck } from './resolve.ts';

export interface GateRunnerOptions extends GatePorts, Omit<ResolveOptions, 'session'> {
  /** Why somebody deploys although alarms are in ALARM: those that are already do not fail their gates. */
  readonly overrideAlarms?: string;
}

const DEFAULT_INTERVAL_MS = 30_000;
/** Hundreds of targets are not asked all in one moment: connections, and CloudWatch's limits a second. */
const MOST_AT_ONCE = 64;

/** A round with what belongs to it. */
interface Round extends Omit<GateRequest, 'outputs'> {
  readonly outputs: Outputs;
  readonly bakeMs: number;
}

/**
 * Runs the gates of an environment. What a gate is configured to take an inconclusive answer for is applied here; what
 * stays inconclusive holds the rollout.
 */
export function createGateRunner(options: GateRunnerOptions): GateRunner {
  const { environment, clock } = options;
  const intervals = environment.phases.flatMap(({ gates }) => gates).filter(({ when }) => when.includes('bake'));
  /** Last verdicts of the bake: a gate with a longer interval than the round's is not asked every time. */
  const last = new Map<string, GateVerdict>();

  async function askOne(gate: GateDefinition, target: Target, request: Round, signal: AbortSignal) {
    const key = [request.phase, gate.name, target.name].join('\0');
    const known = last.get(key);
    if (known !== undefined && !isDue(gate, known, request, clock.now())) return known;
    const found = settled(gate, await look(gate, target, request, signal, options));
    const verdict: GateVerdict = {
      gate: gate.name,
      ...(gate.scope === 'target' && { target: target.name }),
      moment: request.moment,
      ...found,
      at: new Date(clock.now()).toISOString(),
    };
    if (request.moment === 'bake') last.set(key, verdict);
    return verdict;
  }

  return {
    intervalMs: Math.min(
      ...(intervals.length > 0 ? intervals.map(({ intervalMs }) => intervalMs) : [DEFAULT_INTERVAL_MS]),
    ),
    async ask(request, signal) {
      const phase = environment.phases.find(({ name }) => name === request.phase);
      const due = (phase?.gates ?? []).filter((gate) => isAsked(gate, request));
      const home = environment.targets.find(({ name }) => name === environment.home);
      const judged = environment.targets.filter(({ name }) => request.targets.includes(name));
      const outputs = createOutputs(environment, request.outputs, options.session);
      const round: Round = { ...request, outputs, bakeMs: phase?.bakeMs ?? 0 };
      const asked = due.flatMap((gate) =>
        (gate.scope === 'target' ? judged : home === undefined ? [] : [home]).map((target) => ({ gate, target })),
      );
      const { default: pLimit } = await import('p-limit');
      const limit = pLimit(MOST_AT_ONCE);
      return Promise.all(asked.map(({ gate, target }) => limit(() => askOne(gate, target, round, signal))));
    },
  };
}

/** After a rollback only what asks a target's own endpoint: the rest judges the release that failed. */
function isAsked({ when, check, scope }: GateDefinition, { moment }: GateRequest): boolean {
  return moment === 'return' ? check.kind === 'http' && scope === 'target' : when.includes(moment);
}

/** Every gate at the end of the bake, and before that each one as often as it says. */
function isDue(gate: GateDefinition, { at }: GateVerdict, request: Round, now: number): boolean {
  if (request.moment !== 'bake' || now >= (request.bakeSince ?? 0) + request.bakeMs) return true;
  return Date.parse(at) + gate.intervalMs <= now;
}

/** One round of one gate; whatever goes wrong is a finding, a cancelled run too. */
async function look(
  gate: GateDefinition,
  target: Target,
  request: Round,
  signal: AbortSignal,
  options: GateRunnerOptions,
): Promise<Finding> {
  const limit = new AbortController();
  const stop = AbortSignal.any([signal, limit.signal]);
  let progress = '';
  const limited = options.clock.sleep(gate.timeoutMs, stop).then(
    () => {
      limit.abort();
      return timedOut(gate, progress);
    },
    () => cancelled,
  );
  try {
    const note = (text: string) => {
      progress = text;
    };
    return await Promise.race([judge(gate, target, { request, signal: stop, note }, options), limited]);
  } catch (error) {
    if (signal.aborted) return cancelled;
    return limit.signal.aborted ? timedOut(gate, progress) : unknown(error);
  } finally {
    limit.abort();
  }
}

async function judge(
  gate: GateDefinition,
  target: Target,
  { request, ...round }: Pick<CheckRequest, 'signal' | 'note'> & { readonly request: Round },
  options: GateRunnerOptions,
): Promise<Finding> {
  const release = request.release ?? options.release;
  const resolved = await resolveCheck(gate.check, target, request.outputs, { ...options, release });
  if (resolved.kind === 'missing') return withoutValue(resolved, request);
  const check = await loadCheck(resolved.value);
  const { moment, since, bakeSince = since } = request;
  const { overrideAlarms, environment } = options;
  const about = {
    application: environment.application,
    environment: environment.name,
    release: release.id,
    stacks: environment.stacks.map(({ key }) => key),
  };
  return check(
    {
      ...round,
      check: resolved.value,
      moment,
      target,
      from: bakeSince,
      since,
      outputs: request.outputs,
      targets: environment.targets,
      judged: gate.scope === 'target' ? request.targets.length : 1,
      about,
      ...(overrideAlarms !== undefined && { overrideAlarms }),
    },
    options,
  );
}

/** Before the first deployment there is nothing to ask; afterwards an output that is not there is a failure. */
function withoutValue(
  { sources, deployed }: { readonly sources: readonly string[]; readonly deployed: boolean },
  { moment }: Pick<GateRequest, 'moment'>,
): Finding {
  const names = sources.join(', ');
  if (moment === 'before' && !deployed)
    return {
      verdict: 'pass',
      reason: `nothing is deployed there yet: ${names} has no value`,
      evidence: { deployed: false },
    };
  return { verdict: 'fail', reason: `${names} has no value`, evidence: { missing: names } };
}

function timedOut({ timeoutMs }: GateDefinition, progress: string): Finding {
  const reason = `no verdict within ${timeoutMs / 1000} s${progress && `; last: ${progress}`}`;
  return { verdict: 'inconclusive', reason, evidence: { timedOut: true } };
}

const cancelled: Finding = { verdict: 'inconclusive', reason: 'the run was cancelled', evidence: { cancelled: true } };

function unknown(error: unknown): Finding {
  const code = error instanceof AwsError || error instanceof UserError ? error.code : 'unexpected';
  return { verdict: 'inconclusive', reason: errorText(error), evidence: { error: code } };
}

/** What the configuration takes an inconclusive answer for; the answer stays to be seen. */
function settled(gate: GateDefinition, found: Finding): Finding {
  if (found.verdict !== 'inconclusive' || gate.inconclusive === 'hold') return found;
  return {
    verdict: gate.inconclusive,
    reason: `${found.reason} (inconclusive, which counts as ${gate.inconclusive})`,
    evidence: { ...found.evidence, inconclusive: true },
  };
}
