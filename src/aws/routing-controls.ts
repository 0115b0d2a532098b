import type { Route53RecoveryClusterClient } from '@aws-sdk/client-route53-recovery-cluster';

/** One of the five regional endpoints of a cluster of ARC. */
export interface ClusterEndpoint {
  readonly region: string;
  readonly url: string;
}

/** The data plane of routing controls (Amazon Application Recovery Controller). */
export interface RoutingControls {
  /**
   * Sets all states in one atomic call to one endpoint: it is sent once, because another endpoint is the better
   * repetition.
   * @param override ARNs of safety rules that may be broken
   * @throws AwsError kind `conflict` when a safety rule stands against it
   */
  update(
    endpoint: ClusterEndpoint,
    states: Readonly<Record<string, 'On' | 'Off'>>,
    override: readonly string[],
    signal: AbortSignal,
  ): Promise<void>;
}

/** The port on the SDK, which loads with the first call. */
export function createRoutingControls(
  client: (endpoint: ClusterEndpoint) => Promise<Route53RecoveryClusterClient>,
): RoutingControls {
  return {
    async update(endpoint, states, override, signal) {
      const [{ UpdateRoutingControlStatesCommand }, cluster] = await Promise.all([
        import('@aws-sdk/client-route53-recovery-cluster'),
        client(endpoint),
      ]);
      const entries = Object.entries(states).map(([RoutingControlArn, RoutingControlState]) => ({
        RoutingControlArn,
        RoutingControlState,
      }));
      await cluster.send(
        new UpdateRoutingControlStatesCommand({
          UpdateRoutingControlStateEntries: entries,
          ...(override.length > 0 && { SafetyRulesToOverride: [...override] }),
        }),
        { abortSignal: signal },
      );
    },
  };
}
