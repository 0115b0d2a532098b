import { readBacklog } from './backlog.ts';
import { type Context, defined } from './context.ts';
import { readDrill } from './drill.ts';
import { checkMechanism, readMechanism } from './failover-mechanism.ts';
import type { FailoverSettings, NameServer, ProbeField, ProbeSettings } from './failover-model.ts';
import type { Target } from './model.ts';
import { parseReferences } from './references.ts';
import { readReplication, replicationTexts } from './replication.ts';
import type { ConfigEnvironment } from './schema/file.ts';
import type { TrafficSettings } from './traffic-model.ts';

type ConfigFailover = NonNullable<ConfigEnvironment['failover']>;

const DEFAULT_STABLE_MS = 10_000;
const DEFAULT_TIMEOUT_MS = 300_000;
const DNS_PORT = 53;

/** How traffic leaves a lost region, checked together with the targets and the traffic driver. */
export function readFailover(
  environment: string,
  config: ConfigEnvironment,
  targets: readonly Target[],
  traffic: TrafficSettings | undefined,
  context: Context,
): FailoverSettings | undefined {
  const { failover } = config;
  if (failover === undefined) return undefined;
  const path = ['environments', environment, 'failover'];
  checkMechanism(failover, traffic, path, context);
  if (new Set(targets.map(({ region }) => region)).size < 2) {
    const fix = 'Add a target in another region, or remove "failover".';
    context.findings.add(
      'failover-alone',
      `${environment} has one region: nothing can be left`,
      context.at(...path),
      fix,
    );
  }
  checkReferences(failover, path, context);
  checkOwn(failover.endpoint ?? '', [...path, 'endpoint'], context);
  const probe = readProbe(failover);
  const replication = readReplication(failover.replication, path, context);
  return {
    mechanism: readMechanism(failover, targets, path, context),
    drill: readDrill(failover, path, context),
    backlog: readBacklog(failover.backlog),
    ...(probe !== undefined && { probe }),
    ...(replication !== undefined && { replication }),
    ...(failover.fence !== undefined && { fence: { functions: failover.fence.functions ?? [] } }),
    ...defined({ endpoint: failover.endpoint, rtoMs: failover.rto, rpoMs: failover.rpo }),
  };
}

function checkReferences(
  { probe, signals, replication, fence, backlog }: ConfigFailover,
  path: readonly string[],
  context: Context,
): void {
  for (const [index, name] of (fence?.functions ?? []).entries())
    checkOwn(name, [...path, 'fence', 'functions', index], context);
  for (const [index, name] of (backlog?.queues ?? []).entries())
    checkOwn(name, [...path, 'backlog', 'queues', index], context);
  const texts = [
    [probe?.url, [...path, 'probe', 'url']] as const,
    ...Object.entries(signals ?? {}).map(
      ([name, { bucket }]) => [bucket, [...path, 'signals', name, 'bucket']] as const,
    ),
    ...(replication === undefined ? [] : replicationTexts(replication, path)),
  ];
  for (const [text, at] of texts) {
    const { parts, problems } = parseReferences(text ?? '');
    for (const { message, fix } of problems)
      context.findings.add('reference', `failover: ${message}`, context.at(...at), fix);
    for (const part of parts) {
      if (part.kind !== 'reference' || !['release', 'commit', 'ssm', 'target'].includes(part.reference.kind)) continue;
      const message = `failover: ${part.source} cannot stand here, because it is of no release and no single target`;
      const fix = 'Name an output with its target: ${stacks.KEY.targets.TARGET.outputs.NAME}.';
      context.findings.add('reference', message, context.at(...at), fix);
    }
  }
}

/** What each target has of its own: what is known of it without a release. */
function checkOwn(text: string, at: readonly (string | number)[], context: Context): void {
  const { parts, problems } = parseReferences(text);
  for (const { message, fix } of problems)
    context.findings.add('reference', `failover: ${message}`, context.at(...at), fix);
  for (const part of parts) {
    if (part.kind !== 'reference' || !['release', 'commit', 'ssm'].includes(part.reference.kind)) continue;
    const message = `failover: ${part.source} cannot stand here, because a failover is of no release`;
    context.findings.add('reference', message, context.at(...at), 'Name an output: ${stacks.KEY.outputs.NAME}.');
  }
}

function readProbe({ probe }: ConfigFailover): ProbeSettings | undefined {
  if (probe === undefined) return undefined;
  return {
    url: probe.url,
    stableMs: probe.stable ?? DEFAULT_STABLE_MS,
    timeoutMs: probe.timeout ?? DEFAULT_TIMEOUT_MS,
    ...defined({
      region: probe.region === undefined ? undefined : fieldOf(probe.region),
      release: probe.release === undefined ? undefined : fieldOf(probe.release),
      resolver: probe.resolver === undefined ? undefined : serverOf(probe.resolver),
      nameServers: probe['name-servers']?.map(serverOf),
    }),
  };
}

function fieldOf(text: string): ProbeField {
  const [from = '', name = ''] = text.split(':');
  return from === 'json' ? { from, name } : { from: 'header', name: name.toLowerCase() };
}

/** `192.0.2.1:5353`, `[2001:db8::1]:53`, `192.0.2.1`. */
function serverOf(text: string): NameServer {
  const [, six, four, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(text) ?? [];
  return { host: six ?? four ?? text, port: port === undefined ? DNS_PORT : Number(port) };
}
