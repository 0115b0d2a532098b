import type { RecordChange, Schedules } from '../aws/traffic-ports.ts';
import { sha256 } from '../release/hash.ts';
import type { LaterWeights, TrafficState, Weights } from './model.ts';

export interface LaterOptions {
  readonly schedules: Schedules;
  /** Role that the schedule acts with: a name or an ARN. */
  readonly role: string;
  /** Application and environment: schedules of two never have one name. */
  readonly label: string;
  /** The batch that sets these weights where those of `from` are set by then, and the zone it is for. */
  readonly batch: (
    weights: Weights,
    against: TrafficState,
    from?: Weights,
  ) => Promise<{ readonly zone: string; readonly changes: readonly RecordChange[] }>;
  readonly unguarded: LaterWeights['unguarded'];
  readonly who: string;
}

/** What all names of schedules begin with: policies allow no others. */
export const SCHEDULE_PREFIX = 'sam-multi-region.';
const LABEL_LENGTH = 29;

/**
 * Name of a schedule. API Reference, CreateSchedule: up to 64 of [0-9a-zA-Z-_.].
 * @param label application and environment: schedules of two never have one name
 * @param end what tells it from others of them, up to 8 characters
 */
export function scheduleName(label: string, end: string): string {
  const readable = label.replaceAll(/[^0-9A-Za-z_.-]+/g, '-').slice(0, LABEL_LENGTH);
  return `${SCHEDULE_PREFIX}${readable}.${sha256(label).slice(0, 8)}.${end}`;
}

/**
 * Weights that EventBridge Scheduler sets later, by the same batch of exact DELETEs and CREATEs that would be sent now:
 * when somebody has changed any of the record sets by then, Route 53 refuses it and nothing happens.
 */
export function createRoute53Later({ schedules, role, label, batch, unguarded, who }: LaterOptions): LaterWeights {
  return {
    region: schedules.region,
    nameOf: (sequence) => scheduleName(label, String(sequence)),
    unguarded,
    async schedule(name, at, weights, against, from) {
      const { zone, changes } = await batch(weights, against, from);
      const comment = `sam-multi-region: scheduled by ${who}`.slice(0, 256);
      await schedules.create({
        name,
        at,
        role,
        service: 'route53',
        action: 'changeResourceRecordSets',
        input: scheduledInput(zone, changes, comment),
        description: `Moves traffic unless somebody else does before (${label}), scheduled by ${who}`,
      });
    },
    cancel: (name) => schedules.delete(name),
  };
}

/**
 * The request as a universal target wants it. Its keys are those of the AWS SDK for Java 2 with a capital first letter, as
 * in Step Functions' AWS SDK integrations: "DbClusterIdentifier" in the examples of AWS where the API itself has
 * "DBClusterIdentifier"; so `Ttl` and `DnsName` here. CreateSchedule refuses keys that it does not know.
 */
function scheduledInput(zone: string, changes: readonly RecordChange[], comment: string): string {
  return JSON.stringify({
    HostedZoneId: zone,
    ChangeBatch: {
      Comment: comment,
      Changes: changes.map(({ action, set }) => ({
        Action: action,
        ResourceRecordSet: {
          Name: set.name,
          Type: set.type,
          SetIdentifier: set.setIdentifier,
          Weight: set.weight,
          Ttl: set.ttl,
          ResourceRecords: set.values?.map((Value) => ({ Value })),
          AliasTarget: set.alias && {
            HostedZoneId: set.alias.zoneId,
            DnsName: set.alias.name,
            EvaluateTargetHealth: set.alias.evaluateTargetHealth,
          },
          HealthCheckId: set.healthCheckId,
        },
      })),
    },
  });
}
