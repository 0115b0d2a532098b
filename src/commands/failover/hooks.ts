import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Hooks } from '../../failover/hooks.ts';
import type { PlannedHooks, StoredPlan } from '../../failover/plan.ts';
import type { Finding } from '../../gates/check.ts';
import { loadCheck } from '../../gates/kinds.ts';
import type { Outputs } from '../../gates/outputs.ts';
import type { GateCheck } from '../../topology/gate-model.ts';
import { gatePorts } from '../gate-ports.ts';
import { plannedTarget, targetOf } from './survivors.ts';

/** A plan holds everything: nothing is looked up. */
const NO_OUTPUTS: Outputs = { of: async () => undefined };

/** The hooks of the plan, run as gates run their commands and functions; undefined where it has none. */
export function hooksOfPlan(plan: StoredPlan, context: RunContext): Hooks | undefined {
  const { hooks } = plan;
  if (hooks === undefined) return undefined;
  const has = (name: keyof PlannedHooks): boolean => Object.values(hooks).some((own) => own[name] !== undefined);
  const run = (name: 'quiesce' | 'resume') => async (target: string, signal: AbortSignal) => {
    const hook = hooks[target]?.[name];
    if (hook === undefined)
      throw new UserError('no-hook', `the plan has no hook ${name} for ${target}`, { fix: ['Deploy to it.'] });
    const finding = await ask(hook.check, { target, name, since: context.clock.now(), ...hook, signal });
    if (finding.verdict !== 'pass')
      throw new UserError('hook-failed', `the hook ${name} failed in ${target}: ${finding.reason}`);
  };
  const [look] = Object.values(hooks).flatMap(({ caughtUp }) => caughtUp ?? []);

  async function ask(check: GateCheck, { target, name, since, timeoutMs, signal }: Asked): Promise<Finding> {
    const place = targetOf(plannedTarget(plan, target));
    const limit = new AbortController();
    const stop = AbortSignal.any([signal, limit.signal]);
    const late = context.clock.sleep(timeoutMs, stop).then((): Finding => {
      limit.abort();
      return { verdict: 'inconclusive', reason: `no answer in ${timeoutMs / 1000} s`, evidence: {} };
    });
    late.catch(() => undefined);
    try {
      const judge = await loadCheck(check);
      const { application, environment, release } = plan;
      const about = { application, environment, release: release.id, stacks: [] };
      const request = {
        check: told(check, name, context.cwd),
        moment: 'after',
        target: place,
        targets: plan.targets.map(targetOf),
        judged: 1,
        from: lookedBackTo(check, since, context.clock.now()),
        since,
        signal: stop,
        note: () => {},
        outputs: NO_OUTPUTS,
        about,
      } as const;
      return await Promise.race([judge(request, gatePorts(context)), late]);
    } finally {
      limit.abort();
    }
  }

  return {
    ...(has('quiesce') && { quiesce: run('quiesce') }),
    ...(has('resume') && { resume: run('resume') }),
    ...(look !== undefined && {
      caughtUp: {
        timeoutMs: look.timeoutMs,
        intervalMs: look.intervalMs,
        async ask(target, since, signal) {
          const check = hooks[target]?.caughtUp?.check;
          if (check === undefined)
            return { passed: false, reason: `the plan does not say how it is seen in ${target}` };
          const { verdict, reason } = await ask(patient(check, context.clock.now() - since), {
            target,
            name: 'caught-up',
            since,
            timeoutMs: LOOK_MS,
            signal,
          });
          return { passed: verdict === 'pass', reason };
        },
      },
    }),
  };
}

/** Metrics of CloudWatch come a minute or two late: until then, that there are none says nothing. */
const LATE_MS = 180_000;

/** Writes have just stopped: missing data counts as what the configuration says only when data would be there. */
function patient(check: GateCheck, stoppedMs: number): GateCheck {
  if (check.kind !== 'metric' || stoppedMs >= check.periodMs + LATE_MS) return check;
  return { ...check, missingData: 'inconclusive' };
}

/** Lag that was high when writes stopped may have gone since: only the newest data tells. */
function lookedBackTo(check: GateCheck, since: number, now: number): number {
  return check.kind === 'metric' ? Math.max(since, now - check.periodMs - LATE_MS) : since;
}

/** One look at replication. */
const LOOK_MS = 60_000;

interface Asked {
  readonly target: string;
  readonly name: string;
  readonly since: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** A plan is used on whatever machine is left: commands run where this program does, and are told what they are for. */
function told(check: GateCheck, name: string, directory: string): GateCheck {
  if (check.kind !== 'command') return check;
  return { ...check, directory, environment: { ...check.environment, SMR_HOOK: name } };
}
