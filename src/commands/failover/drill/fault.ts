import type { RunContext } from '../../../context.ts';
import { UserError } from '../../../errors.ts';
import type { Fault } from '../../../failover/drill/ports.ts';
import type { StoredPlan } from '../../../failover/plan.ts';
import type { DrillSettings } from '../../../topology/failover-model.ts';
import { inherited } from '../mechanism.ts';
import { plannedTarget, targetOf } from '../survivors.ts';

/** The programs of the configuration, with the credentials of the first target that they break. */
export function faultOf(
  { run, revert }: NonNullable<DrillSettings['inject']>,
  from: readonly string[],
  plan: StoredPlan,
  context: RunContext,
): Fault {
  const { spawn, cwd, env, aws, report } = context;
  const call = async ([program = '', ...args]: readonly string[], what: string): Promise<void> => {
    const session = aws.session(targetOf(plannedTarget(plan, from[0] ?? '')));
    const own = { ...inherited(env), ...(await session.environment()), SMR_DRILL_FROM: from.join(',') };
    const onLine = (line: string): void => report({ type: 'tool.output', tool: what, line });
    const { exitCode, tail } = await spawn(program, args, { cwd, env: own, onLine, tailLines: 20 });
    if (exitCode === 0) return;
    const said = tail.findLast((line) => line.trim() !== '') ?? '';
    throw new UserError('drill-inject', `${what} ended with ${exitCode}${said && `: ${said.trim()}`}`);
  };
  return {
    inject: () => call(run, 'failover.drill.inject.command'),
    mend: () => call(revert, 'failover.drill.inject.revert'),
  };
}
