import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { Cloud } from '../index.ts';
import { answer } from './answer.ts';
import { type DeployedCheck, deployedHealthChecks, type HealthChecks, startHealthChecks } from './health-checks.ts';
import { metricReader } from './metric-checks.ts';
import { createRandom, deployedRecords } from './resolver.ts';
import { type DnsServer, startDnsServer } from './server.ts';

/** Route 53 as it answers: name servers and health checkers, on the last state that they got of the control plane. */
export interface DnsDataPlane extends AsyncDisposable {
  readonly server: DnsServer;
  readonly checks: HealthChecks;
  /** Gets the state of the control plane; it is in force after the propagation delay. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

export interface DataPlaneOptions {
  readonly cloud: Pick<Cloud, 'url' | 'fetch' | 'routingControls' | 'regionSwitch'>;
  readonly addressOf: (host: string) => string | undefined;
  /** Milliseconds between two requests of a health checker. */
  readonly intervalMs: number;
  /** Milliseconds until name servers and checkers have a change. Default 0. */
  readonly propagationMs?: number;
}

/** It goes on answering and checking when the control plane is gone: nothing but `refresh` asks that. */
export async function startDataPlane(options: DataPlaneOptions): Promise<DnsDataPlane> {
  const { cloud, addressOf, intervalMs, propagationMs = 0 } = options;
  let records: readonly ResourceRecordSet[] = [];
  let configs: ReadonlyMap<string, DeployedCheck> = new Map();
  const metrics = metricReader(cloud);
  const timers = new Set<NodeJS.Timeout>();
  const checks = startHealthChecks({
    fetch: cloud.fetch,
    checks: () => configs,
    intervalMs,
    metric: metrics.read,
    control: (arn) => cloud.routingControls.state(arn) ?? cloud.regionSwitch.state(arn),
  });
  const random = createRandom(1);
  const server = await startDnsServer({
    answer: (name, type) => answer(records, name, type, { asker: {}, random, healthy: checks.healthy }),
    addressOf,
  });
  const refresh = async (): Promise<void> => {
    const [sets, found] = await Promise.all([deployedRecords(cloud), deployedHealthChecks(cloud, configs)]);
    const apply = (): void => {
      records = sets;
      configs = found;
    };
    if (propagationMs === 0) return apply();
    const timer = setTimeout(() => {
      timers.delete(timer);
      apply();
    }, propagationMs);
    timers.add(timer);
  };
  await refresh();
  const close = async (): Promise<void> => {
    for (const timer of timers) clearTimeout(timer);
    await Promise.all([checks.stop(), server.close()]);
    metrics.close();
  };
  return { server, checks, refresh, close, [Symbol.asyncDispose]: close };
}
