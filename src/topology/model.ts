import type { SourceLocation } from '../errors.ts';
import type { ConsumerKind } from '../template/consumer-kinds.ts';
import type { ShiftType } from '../template/shift-types.ts';
import type { FailoverSettings } from './failover-model.ts';
import type { GateDefinition } from './gate-model.ts';
import type { TrafficSettings } from './traffic-model.ts';

/** Where a stack of the application lives: every target, the home target, us-east-1 (or the partition's like), or once. */
export type Scope = 'regional' | 'home' | 'edge' | 'global';

/** A whole number, or a percentage of the targets of the wave (StackSets rounding, see `amount.ts`). */
export type Amount = { readonly count: number } | { readonly percent: number };

/** How credentials of a target are found. Everything is held in memory only. */
export interface CredentialSettings {
  /** Role ARN or bare name (completed with the target's account); absent: the base credentials are used as they are. */
  readonly role?: string;
  /** Roles assumed one after the other before `role` (role chaining: AWS caps chained sessions at one hour). */
  readonly via?: readonly string[];
  readonly externalId?: string;
  /** Not with web identity: STS accepts no tags there. */
  readonly sessionTags?: Readonly<Record<string, string>>;
  /** JSON text of an inline session policy. */
  readonly sessionPolicy?: string;
  /** Seconds, 900 to 43200. */
  readonly durationSeconds?: number;
  /** Named profile of the shared configuration file, as base credentials. */
  readonly profile?: string;
  /** Where base credentials come from; `auto`: GitHub OIDC when the job offers it and a role is given, else ambient. */
  readonly source: 'auto' | 'oidc' | 'ambient' | 'profile';
  /** Audience of the OIDC token; absent: that of the partition. */
  readonly audience?: string;
}

/** One account + region + IAM role. */
export interface Target {
  /** Its region, or a name of its own where regions repeat. Unique in the environment. */
  readonly name: string;
  readonly region: string;
  readonly partition: string;
  /** Twelve digits as text; absent: not checked, taken from the credentials. */
  readonly account?: string;
  readonly credentials: CredentialSettings;
  /** Names of the region groups it was listed under. */
  readonly groups: readonly string[];
  /** Configured share of traffic when no rollout is under way; absent when the environment has no traffic driver. */
  readonly weight?: number;
  readonly location?: SourceLocation;
}

/** A value as the user wrote it, possibly holding `${…}` references, with where it was written and what wrote it. */
export interface ParameterText {
  readonly text: string;
  /** "multi-region.yml environments.prod", "samconfig.toml", "--parameters" …: shown when a value surprises. */
  readonly source: string;
  readonly location?: SourceLocation;
  /**
   * Said for all stacks of several at once, and the template could not be read yet: it counts only if the template
   * declares it. (Where the template was read, parameters it does not declare are gone.)
   */
  readonly shared?: boolean;
}

/** What an update does with template parameters that nobody gave a value. */
export type MissingParameters = 'keep' | 'template-default';

export interface RollbackTriggers {
  /** ARNs of CloudWatch alarms (metric or composite). */
  readonly alarms: readonly string[];
  /** 0 to 180 minutes, CloudFormation's limit. */
  readonly monitoringMinutes: number;
}

/** Everything about one stack that may differ per environment or target, merged. */
export interface StackSettings {
  readonly parameters: Readonly<Record<string, ParameterText>>;
  /** Values may hold `${…}` references, as parameters. */
  readonly tags: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
  readonly missingParameters: MissingParameters;
  /** CloudFormation service role ARN. */
  readonly serviceRole?: string;
  readonly notificationArns: readonly string[];
  readonly terminationProtection?: boolean;
  /** JSON text of a stack policy. */
  readonly stackPolicy?: string;
  readonly rollbackTriggers?: RollbackTriggers;
  /** Leave a failed stack as it is for inspection instead of CloudFormation's stack rollback. */
  readonly disableRollback: boolean;
  /** Undo manual changes: a drift-aware change set (`DeploymentMode=REVERT_DRIFT`). */
  readonly revertDrift: boolean;
  /** Express mode: an operation is over when everything is configured, before it is ready for traffic. Previews only. */
  readonly express?: boolean;
  /** Disable event source mappings while the stack is updated. */
  readonly pauseConsumers?: readonly ConsumerKind[];
  /** Milliseconds a stack operation may take; passing it is a failure. */
  readonly timeoutMs: number;
  /** Bucket for artifacts: a name pattern with `${region}`/`${account}`; absent: SAM's managed bucket. */
  readonly artifactBucket?: string;
  readonly artifactPrefix?: string;
}

/** A configuration file of SAM's, and the table of it that counts (`--config-env`). */
export interface SamConfigFile {
  /** Absolute path. */
  readonly path: string;
  readonly environment: string;
}

/** One template of the application. */
export interface StackDefinition {
  /** Key under `stacks:`; `app` in the small case. */
  readonly key: string;
  /** Path of the source template, absolute. */
  readonly template: string;
  readonly stackName: string;
  readonly scope: Scope;
  /** Keys of stacks that must be deployed before this one. */
  readonly needs: readonly string[];
  /** How CodeDeploy moves functions that publish an alias and say nothing of it themselves; absent: not at all. */
  readonly inRegion?: ShiftType;
  /** Whether it returns with a rollback; absent: a regional one does, others do not. */
  readonly returns?: boolean;
  /** SAM's own configuration of this stack (`samconfig.toml`): for options of `sam` itself. */
  readonly samConfig?: SamConfigFile;
  readonly location?: SourceLocation;
}

/** Targets deployed together. */
export interface Wave {
  readonly name: string;
  readonly targets: readonly string[];
  readonly maxConcurrency: Amount;
  readonly failureTolerance: Amount;
  /** GitHub environment of this wave where it differs from the rollout's. */
  readonly githubEnvironment?: string;
}

/** One stack in one target: what is planned, executed and reported on its own. */
export interface StackInstance {
  /** `api@eu-west-1`; unique in the environment. */
  readonly id: string;
  readonly stack: StackDefinition;
  readonly target: Target;
  readonly settings: StackSettings;
}

/**
 * What is deployed together: a wave, or the home/edge/global stacks before or after all waves.
 * Instances within it are in dependency order; an instance waits for those of `needs` in its own target.
 */
export interface Phase {
  readonly name: string;
  readonly kind: 'before' | 'wave' | 'after';
  readonly instances: readonly StackInstance[];
  readonly maxConcurrency: Amount;
  readonly failureTolerance: Amount;
  /** Targets, in order. */
  readonly targets: readonly string[];
  /** Checks that decide whether the rollout goes on. */
  readonly gates: readonly GateDefinition[];
  /** How long its gates are asked before the next phase may start, milliseconds. */
  readonly bakeMs: number;
}

/**
 * What becomes of the stacks that a failed rollout reached. `rollback-all`: all of them return to the release they had;
 * `rollback-wave`: those of the wave that failed; `stop`: CloudFormation restored what failed, the rest stays.
 */
export type OnFailure = 'rollback-all' | 'rollback-wave' | 'stop';

/** An environment of the application, checked, merged and ready to roll out. */
export interface Environment {
  readonly application: string;
  readonly name: string;
  /** Name of the home target (the first one unless configured). */
  readonly home: string;
  readonly targets: readonly Target[];
  readonly waves: readonly Wave[];
  /** Nobody wrote waves: the first target goes alone, then the others. */
  readonly defaultWaves?: true;
  readonly stacks: readonly StackDefinition[];
  readonly instances: readonly StackInstance[];
  readonly phases: readonly Phase[];
  readonly engine: 'changeset' | 'sam';
  /** How traffic is shared; absent: by nothing that this program knows. */
  readonly traffic?: TrafficSettings;
  readonly onFailure: OnFailure;
  /** Number of the pull request that this is the preview of. */
  readonly pullRequest?: number;
  /** How traffic leaves a lost region; absent: not by this program. */
  readonly failover?: FailoverSettings;
  /** Things taken from elsewhere or worth knowing ("stack-name taken from samconfig.toml [default.deploy.parameters]"). */
  readonly notes: readonly string[];
  /** Folder that relative paths were resolved against. */
  readonly directory: string;
}
