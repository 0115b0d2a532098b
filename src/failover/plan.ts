import type { ProbeSettings } from '../topology/failover-model.ts';
import type { Target } from '../topology/model.ts';
import type { TrafficSettings } from '../topology/traffic-model.ts';

/** One target as a failover needs it: nothing has to be looked up. */
export interface PlannedTarget extends Omit<Target, 'location'> {
  /** Bucket of its records; absent: it had none when the plan was compiled. */
  readonly bucket?: string;
  /** Release that it had then; absent: not known. */
  readonly release?: string;
}

/** Mechanism with every identifier that it needs. */
export type PlannedMechanism =
  | {
      readonly kind: 'stop-switch';
      /** By target: the object that stops it, and the target whose region and credentials it is of. */
      readonly signals: Readonly<
        Record<string, { readonly in: string; readonly bucket: string; readonly key: string }>
      >;
    }
  | {
      readonly kind: 'arc-routing-control';
      readonly endpoints: readonly { readonly region: string; readonly url: string }[];
      /** ARN of the routing control, by target. */
      readonly controls: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'weights'; readonly traffic: TrafficSettings }
  | { readonly kind: 'command'; readonly run: readonly string[] };

/** Everything that a failover needs to know, compiled while all regions were there. */
export interface FailoverPlan {
  readonly schema: 1;
  readonly application: string;
  readonly environment: string;
  /** ISO 8601. */
  readonly compiledAt: string;
  /** Who deployed: a URL, or user, host and process. */
  readonly compiledBy: string;
  /** The release that was deployed. */
  readonly release: { readonly id: string; readonly commit?: string };
  readonly targets: readonly PlannedTarget[];
  readonly mechanism: PlannedMechanism;
  readonly probe?: ProbeSettings;
  readonly rtoMs?: number;
  readonly rpoMs?: number;
}

/** The plan with the SHA-256 of everything else in it, as it is stored. */
export interface StoredPlan extends FailoverPlan {
  readonly sha256: string;
}

/** Where the plan of an environment lies in the bucket of each of its targets. */
export function planKey({ application, name }: { readonly application: string; readonly name: string }): string {
  return `sam-multi-region/failover/${encodeURIComponent(application)}/${encodeURIComponent(name)}/dr-plan.json`;
}
