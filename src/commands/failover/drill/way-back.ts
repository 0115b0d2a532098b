import { createHash } from 'node:crypto';
import type { ScheduledCall } from '../../../aws/traffic-ports.ts';
import type { RunContext } from '../../../context.ts';
import { UserError } from '../../../errors.ts';
import { stopText } from '../../../failover/mechanisms/stop-switch.ts';
import type { Move } from '../../../failover/move.ts';
import type { StoredPlan } from '../../../failover/plan.ts';
import type { ScheduledReturn } from '../../../records/drill-record.ts';
import type { DrillSettings } from '../../../topology/failover-model.ts';
import { scheduleName } from '../../../traffic/route53-later.ts';
import { plannedTarget, targetOf } from '../survivors.ts';
import { weightsBack } from './weights-back.ts';

/** How AWS brings traffic back by itself. */
export interface WayBack {
  /** What the record says before any of it is made. */
  readonly returns: readonly ScheduledReturn[];
  arrange(): Promise<void>;
}

export interface WayBackRequest {
  readonly plan: StoredPlan;
  readonly move: Move;
  readonly settings: Pick<DrillSettings, 'revertRole'>;
  /** What stop signals say of when, and when AWS takes them away: milliseconds since the epoch. */
  readonly since: number;
  readonly at: number;
  readonly who: string;
}

/**
 * The way back that needs no process of ours, or undefined where the mechanism knows none.
 * @throws UserError `drill-no-way-back` when it lacks something; `drill-blind` when it would send traffic where nobody looks
 */
export async function wayBackOf(request: WayBackRequest, context: RunContext): Promise<WayBack> {
  const { mechanism } = request.plan;
  switch (mechanism.kind) {
    case 'stop-switch':
      return signalsBack(mechanism.signals, request, context);
    case 'weights':
      return weightsBack(mechanism.traffic, request, context);
    default:
      throw noWayBack(`nothing can move traffic by the mechanism ${mechanism.kind} at a later time`);
  }
}

export function noWayBack(why: string, ...fix: readonly string[]): UserError {
  return new UserError('drill-no-way-back', `traffic would stay away if the drill died: ${why}`, {
    fix: [...fix, 'Or accept that with leave: then drill --end has to bring it back.'],
  });
}

/**
 * The stop signals are deleted, each only as long as it is the one that this drill wrote: a failover writes another, and
 * then nothing happens. The health check of who was stopped decides whether it gets traffic. S3 User Guide, "Conditional
 * deletes"; API Reference, Object: "Objects created by the PUT Object … encrypted by SSE-S3 or plaintext, have ETags that
 * are an MD5 digest of their object data". Others could not be read without a signature, as health checkers do.
 */
function signalsBack(
  signals: Extract<StoredPlan['mechanism'], { readonly kind: 'stop-switch' }>['signals'],
  { plan, move, settings, since, at, who }: WayBackRequest,
  context: RunContext,
): WayBack {
  const { revertRole: role } = settings;
  if (role === undefined) {
    throw noWayBack('no role can take the stop signal away', 'Give failover.drill.revert-role, and deploy.');
  }
  const label = `${plan.application}/${plan.environment}`;
  const calls = move.leaving.flatMap((target, index) => {
    const signal = signals[target];
    if (signal === undefined) return [];
    const { laterCalls: schedules, region } = context.aws.session(targetOf(plannedTarget(plan, signal.in)));
    const call: ScheduledCall = {
      name: scheduleName(label, `drill-${index}`),
      at,
      role,
      service: 's3',
      action: 'deleteObject',
      input: JSON.stringify({ Bucket: signal.bucket, Key: signal.key, IfMatch: etagOf(stopText(target, since)) }),
      description: `Lets traffic return to ${target} when a drill has died (${label}), scheduled by ${who}`,
    };
    return [{ call, region, by: signal.in, schedules }];
  });
  return {
    returns: calls.map(({ call, region, by }) => ({
      name: call.name,
      region,
      by,
      at: new Date(call.at).toISOString(),
    })),
    arrange: async () => void (await Promise.all(calls.map(({ schedules, call }) => schedules.create(call)))),
  };
}

function etagOf(text: string): string {
  return `"${createHash('md5').update(text).digest('hex')}"`;
}

/** The ETags that signals of this drill must have for their deletion to work, checked once they are there. */
export async function unexpectedSignals(
  plan: StoredPlan,
  move: Move,
  since: number,
  context: RunContext,
): Promise<readonly string[]> {
  if (plan.mechanism.kind !== 'stop-switch') return [];
  const { signals } = plan.mechanism;
  const found = await Promise.all(
    move.leaving.map(async (target) => {
      const signal = signals[target];
      if (signal === undefined) return [];
      const { storage } = context.aws.session(targetOf(plannedTarget(plan, signal.in)));
      const head = await storage.head(signal.bucket, signal.key);
      if (head?.etag === etagOf(stopText(target, since))) return [];
      return [`the stop signal of ${target} has another ETag than its text: its scheduled deletion would do nothing`];
    }),
  );
  return found.flat();
}
