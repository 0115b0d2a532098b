import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { Route53Client, HealthCheck as SdkHealthCheck } from '@aws-sdk/client-route-53';
import type { Route53RecoveryClusterClient } from '@aws-sdk/client-route53-recovery-cluster';
import type { CheckedMetric, HealthCheck, ReadinessSource } from './readiness-ports.ts';
import type { ClusterEndpoint } from './routing-controls.ts';

export interface ReadinessClients {
  readonly lambda: () => Promise<LambdaClient>;
  readonly route53: () => Promise<Route53Client>;
  readonly recoveryCluster: (endpoint: ClusterEndpoint) => Promise<Route53RecoveryClusterClient>;
}

/** Calls that are signed here, or made elsewhere. */
export type OtherReadiness = Omit<ReadinessSource, 'concurrency' | 'healthChecks' | 'controlState'>;

/** The port on the SDK, whose packages load with the first question. */
export function createReadinessSource({
  lambda,
  route53,
  recoveryCluster,
  ...others
}: ReadinessClients & OtherReadiness): ReadinessSource {
  return {
    ...others,

    async concurrency() {
      const [{ GetAccountSettingsCommand }, client] = await Promise.all([import('@aws-sdk/client-lambda'), lambda()]);
      const { AccountLimit: found } = await client.send(new GetAccountSettingsCommand({}));
      const limit = found?.ConcurrentExecutions ?? 0;
      return { limit, unreserved: found?.UnreservedConcurrentExecutions ?? limit };
    },

    async healthChecks() {
      const [{ paginateListHealthChecks }, client] = await Promise.all([import('@aws-sdk/client-route-53'), route53()]);
      const checks: HealthCheck[] = [];
      for await (const { HealthChecks = [] } of paginateListHealthChecks({ client }, {})) {
        checks.push(...HealthChecks.map(toHealthCheck));
      }
      return checks;
    },

    async controlState(endpoint, control, signal) {
      const [{ GetRoutingControlStateCommand }, cluster] = await Promise.all([
        import('@aws-sdk/client-route53-recovery-cluster'),
        recoveryCluster(endpoint),
      ]);
      const command = new GetRoutingControlStateCommand({ RoutingControlArn: control });
      const { RoutingControlState } = await cluster.send(command, { abortSignal: signal });
      return RoutingControlState === 'On' ? 'On' : 'Off';
    },
  };
}

function toHealthCheck({ Id, HealthCheckConfig: config, CloudWatchAlarmConfiguration }: SdkHealthCheck): HealthCheck {
  const { FullyQualifiedDomainName: host, ResourcePath: path, RoutingControlArn: control, Port: port } = config ?? {};
  const metric = toMetric(config, CloudWatchAlarmConfiguration);
  return {
    id: Id ?? '',
    type: config?.Type ?? '',
    inverted: config?.Inverted ?? false,
    disabled: config?.Disabled ?? false,
    children: config?.ChildHealthChecks ?? [],
    ...(host !== undefined && { host: host.toLowerCase() }),
    ...(path !== undefined && { path }),
    ...(control !== undefined && { control }),
    ...(port !== undefined && { port }),
    ...(metric !== undefined && { metric }),
  };
}

function toMetric(
  config: SdkHealthCheck['HealthCheckConfig'],
  alarm: SdkHealthCheck['CloudWatchAlarmConfiguration'],
): CheckedMetric | undefined {
  const { AlarmIdentifier, InsufficientDataHealthStatus: withoutData = 'LastKnownStatus' } = config ?? {};
  const { Namespace: namespace, MetricName: metric, Statistic: statistic, ComparisonOperator: operator } = alarm ?? {};
  const region = AlarmIdentifier?.Region;
  if (region === undefined || namespace === undefined || metric === undefined) return undefined;
  const dimensions = (alarm?.Dimensions ?? []).map(({ Name = '', Value = '' }) => [Name, Value] as const);
  return {
    region,
    namespace,
    metric,
    dimensions: Object.fromEntries(dimensions),
    statistic: statistic ?? 'Average',
    periodSeconds: alarm?.Period ?? 60,
    threshold: alarm?.Threshold ?? 0,
    operator: operator ?? '',
    withoutData,
  };
}
