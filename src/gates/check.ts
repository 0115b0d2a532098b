import type { TargetSession } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import type { Spawn } from '../process/spawn.ts';
import type { GateCheck } from '../topology/gate-model.ts';
import type { Target } from '../topology/model.ts';
import type { HttpPort } from './http-port.ts';
import type { GateMoment, GateVerdict } from './model.ts';
import type { Outputs } from './outputs.ts';

/** What one look at the world said. */
export type Finding = Pick<GateVerdict, 'verdict' | 'reason' | 'evidence'>;

/** What a check may use. */
export interface GatePorts {
  readonly clock: Clock;
  readonly http: HttpPort;
  readonly spawn: Spawn;
  readonly session: (target: Target) => TargetSession;
  /** Environment of this process, for commands. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One round of one gate in one target (in home for a gate of the whole rollout), with everything resolved. */
export interface CheckRequest<C extends GateCheck = GateCheck> {
  readonly check: C;
  readonly moment: GateMoment;
  readonly target: Target;
  /** Milliseconds since the epoch at which what is judged began: the bake, else the deployment. */
  readonly from: number;
  /** All targets of the environment, and how many of them this gate judges in the same round. */
  readonly targets: readonly Target[];
  readonly judged: number;
  /** When the deployment began. */
  readonly since: number;
  /** Why somebody deploys although alarms are in ALARM. */
  readonly overrideAlarms?: string;
  readonly signal: AbortSignal;
  /** What was seen so far, told when the time limit passes before there is a verdict. */
  readonly note: (text: string) => void;
  readonly outputs: Outputs;
  /** What it is about, for programs. `stacks`: their keys. */
  readonly about: {
    readonly application: string;
    readonly environment: string;
    readonly release: string;
    readonly stacks: readonly string[];
  };
}

/** Throws what AWS or the network throws; the runner makes a verdict of that. */
export type Check<C extends GateCheck> = (request: CheckRequest<C>, ports: GatePorts) => Promise<Finding>;
