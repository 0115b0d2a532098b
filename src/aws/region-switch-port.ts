/** States of an execution (API Reference, GetPlanExecution, executionState). */
export type ExecutionState =
  | 'pending'
  | 'inProgress'
  | 'pausedByFailedStep'
  | 'pausedByOperator'
  | 'pendingManualApproval'
  | 'completed'
  | 'completedWithExceptions'
  | 'completedMonitoringApplicationHealth'
  | 'canceled'
  | 'failed'
  | 'planExecutionTimedOut';

export interface SwitchRequest {
  /** ARN. */
  readonly plan: string;
  /** Region that is activated or deactivated. */
  readonly region: string;
  readonly action: 'activate' | 'deactivate';
  readonly mode: 'graceful' | 'ungraceful';
  readonly comment: string;
  /** A second start with the same token is the first one. */
  readonly token: string;
}

export interface SwitchExecution extends Pick<SwitchRequest, 'region' | 'action'> {
  readonly id: string;
  /** A later version of the service may have states of its own. */
  readonly state: ExecutionState | (string & {});
  readonly steps: readonly { readonly name: string; readonly status: string }[];
}

/** The data plane of ARC Region switch in one region. Each call is sent once. */
export interface RegionSwitch {
  /** @returns id of the execution. @throws AwsError with the code `IllegalStateException` while another one runs */
  start(request: SwitchRequest, signal: AbortSignal): Promise<string>;
  execution(plan: string, id: string, signal: AbortSignal): Promise<SwitchExecution>;
  /** Those that the first page has: without steps. */
  executions(plan: string, signal: AbortSignal): Promise<readonly SwitchExecution[]>;
}
