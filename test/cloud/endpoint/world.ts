import type { JsonWebKey } from 'node:crypto';
import type { Blackouts } from './blackout.ts';
import type { BucketOwners } from './bucket-owners.ts';
import type { FaultBook } from './faults.ts';
import type { Accelerators } from './global-accelerator.ts';
import type { Recorder } from './recording.ts';
import type { RegionSwitchPlane } from './region-switch.ts';
import type { RoutingControlPlane } from './routing-controls.ts';
import type { Scheduler } from './scheduler.ts';
import type { Sessions } from './sessions.ts';
import type { Upstream } from './upstream.ts';

/** Everything a request is judged by. */
export interface World {
  readonly upstream: Upstream;
  readonly accounts: readonly string[];
  readonly regions: ReadonlySet<string>;
  readonly auth: boolean;
  readonly sessions: Sessions;
  readonly buckets: BucketOwners;
  readonly blackouts: Blackouts;
  readonly faults: FaultBook;
  readonly recorder: Recorder;
  readonly accelerators: Accelerators;
  readonly routingControls: RoutingControlPlane;
  readonly regionSwitch: RegionSwitchPlane;
  readonly scheduler: Scheduler;
  /** The keys an OIDC issuer publishes now. @throws when it cannot be reached. */
  readonly keysOf: (issuer: string) => Promise<readonly JsonWebKey[]>;
  readonly settings: () => { readonly latencyMs: number; readonly sessionSeconds: number | undefined };
}
