/** The local AWS: the emulator behind one endpoint that knows region, account, service and action of each call. */
import { join } from 'node:path';
import { startEmulator } from './emulator/process.ts';
import { createBlackouts } from './endpoint/blackout.ts';
import { createBucketOwners } from './endpoint/bucket-owners.ts';
import { hostedRequest } from './endpoint/data-plane.ts';
import { createFaultBook } from './endpoint/faults.ts';
import { createAccelerators } from './endpoint/global-accelerator.ts';
import { issuerKeys } from './endpoint/issuer-keys.ts';
import { createRecorder } from './endpoint/recording.ts';
import { createRegionSwitchPlane, type RegionSwitchPlane } from './endpoint/region-switch.ts';
import { createRole, type RoleOptions } from './endpoint/roles.ts';
import { createRoutingControlPlane, type RoutingControlPlane } from './endpoint/routing-controls.ts';
import { createScheduler } from './endpoint/scheduler.ts';
import { type Endpoint, listen } from './endpoint/server.ts';
import { createSessions, type SessionRecord } from './endpoint/sessions.ts';
import type { BlackoutMode, CallRecord, CloudOptions, CloudSettings, FaultRule } from './endpoint/types.ts';
import { createUpstream } from './endpoint/upstream.ts';
import type { World } from './endpoint/world.ts';
import { childEnv } from './env.ts';
import { type Claims, type OidcIssuer, startOidc } from './oidc.ts';

export type { RoleOptions } from './endpoint/roles.ts';
export type { SessionRecord } from './endpoint/sessions.ts';
export type { BlackoutMode, CallRecord, CloudOptions, CloudSettings, FaultKind, FaultRule } from './endpoint/types.ts';
export type { Claims, OidcIssuer } from './oidc.ts';

const DEFAULT_ACCOUNTS = ['111111111111', '222222222222'] as const;

export interface Cloud extends AsyncDisposable {
  /** One endpoint for all services, regions and accounts. */
  readonly url: string;
  /** Process id of the emulator. */
  readonly pid: number;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** The issuer behind {@link Cloud.githubEnv}: single tokens, forged tokens, failures. */
  readonly oidc: OidcIssuer;
  /** Environment for a child process that talks to this cloud as root of `account`. */
  env(account: string, region?: string): Record<string, string>;
  /** Environment of a GitHub job with `id-token: write`, without AWS credentials. `claims` override the token's. */
  githubEnv(claims?: Claims): Record<string, string>;
  /** Makes a role and the account's OIDC provider; returns the role's ARN. */
  createRole(account: string, name: string, options?: RoleOptions): Promise<string>;
  /** Takes a region away; us-east-1 takes IAM, Route 53 and CloudFront with it. `slowMs` is the wait of `slow`. */
  blackout(region: string, mode: BlackoutMode, slowMs?: number): void;
  restore(region: string): void;
  /** Adds a fault; returns its removal. */
  fault(rule: FaultRule): () => void;
  /** How often a rule (the object given to `fault`) has hit; without one, all rules together. */
  hits(rule?: FaultRule): number;
  /** Every request so far, in the order they began. */
  readonly calls: readonly CallRecord[];
  /** Calls that were refused for lack of permission. */
  readonly deniedCalls: readonly CallRecord[];
  clearCalls(): void;
  /** Sessions and user keys handed out so far, with the session policy and tags they were asked for with. */
  readonly sessions: readonly SessionRecord[];
  configure(settings: CloudSettings): Promise<void>;
  /** fetch for `https://<id>.execute-api.<region>.amazonaws.com/…` and `https://<id>.lambda-url.<region>.on.aws/…`. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** Lets so much time pass for schedules (EventBridge Scheduler), and carries out what is due; what became of each. */
  passTime(ms: number): Promise<Readonly<Record<string, string>>>;
  /** POSTs to a control route of the emulator's launcher. */
  control(route: string, body: unknown): Promise<unknown>;
  /** Routing controls of ARC, whose control plane the local AWS has not. */
  readonly routingControls: RoutingControlPlane;
  /** Plans of ARC Region switch, whose control plane the local AWS has not. */
  readonly regionSwitch: RegionSwitchPlane;
  /** Wipes all state, sessions, faults, blackouts and calls; settings stay. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const MODULES = join(import.meta.dirname, '../../node_modules');

const DENIED = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|NotAuthorized|AuthorizationError)$/;

/** CloudFormation wraps S3's refusal of a template into a validation error. */
function denied(call: CallRecord): boolean {
  // The answer to HEAD has no body that could name the error.
  if (call.method === 'HEAD') return call.status === 403;
  return DENIED.test(call.errorCode ?? '') || (call.errorMessage ?? '').startsWith('S3 error: Access Denied');
}

/** Starts emulator, endpoint and issuer; several may run side by side. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const accounts = options.accounts ?? DEFAULT_ACCOUNTS;
  let settings: CloudSettings = {};
  let world: World | undefined;
  const endpoint = await listen(() => {
    if (world === undefined) throw new Error('the local AWS is still starting');
    return world;
  });
  const oidc = await startOidc();
  const auth = options.auth ?? false;
  // Functions find the endpoint in their environment, so that blackouts, faults and records cover their calls too.
  // The runtimes of Lambda bring the SDK along (Lambda Developer Guide, "Building Lambda functions with Node.js").
  const env = { AWS_ENDPOINT_URL: endpoint.url, NODE_PATH: MODULES };
  const emulator = await startEmulator({ auth, env }).catch(async (error: unknown) => {
    await Promise.all([endpoint.close(), oidc.close()]);
    throw error;
  });
  const upstream = createUpstream(emulator.url);
  const recorder = createRecorder();
  const blackouts = createBlackouts();
  const faults = createFaultBook(options.seed ?? 1);
  const sessions = createSessions(accounts);
  const buckets = createBucketOwners(upstream, accounts);
  const accelerators = createAccelerators();
  const routingControls = createRoutingControlPlane();
  const regionSwitch = createRegionSwitchPlane();
  const scheduler = createScheduler(upstream, () => endpoint.url);
  world = {
    upstream,
    accounts,
    regions: new Set(options.regions),
    auth,
    sessions,
    buckets,
    blackouts,
    faults,
    recorder,
    accelerators,
    routingControls,
    regionSwitch,
    scheduler,
    keysOf: issuerKeys(new Map([[oidc.issuer, oidc.url]])),
    settings: () => ({ latencyMs: settings.latencyMs ?? 0, sessionSeconds: settings.sessionSeconds }),
  };
  const configure = async (changes: CloudSettings): Promise<void> => {
    settings = { ...settings, ...changes };
    const { changeSetSeconds, stackSeconds, shiftMinuteSeconds } = changes;
    if ([changeSetSeconds, stackSeconds, shiftMinuteSeconds].every((value) => value === undefined)) return;
    await emulator.control('timing', {
      changeSetSeconds: settings.changeSetSeconds ?? 0,
      stackSeconds: settings.stackSeconds ?? 0,
      shiftMinuteSeconds: settings.shiftMinuteSeconds ?? 60,
    });
  };
  const stop = async (): Promise<void> => {
    blackouts.clear();
    await closeAll(endpoint, oidc);
    upstream.close();
    await emulator.stop();
  };
  await configure(settingsOf(options));
  return {
    url: endpoint.url,
    pid: emulator.pid,
    accounts,
    regions: options.regions,
    oidc,
    env: (account, region) => childEnv(endpoint.url, account, region),
    githubEnv: (claims) => ({ ...childEnv(endpoint.url), ...oidc.jobEnv(claims), GITHUB_ACTIONS: 'true', CI: 'true' }),
    createRole: (account, name, role) => createRole(upstream, oidc.issuer, account, name, role),
    blackout: blackouts.set,
    restore: blackouts.restore,
    fault: faults.add,
    hits: faults.hits,
    calls: recorder.calls,
    get deniedCalls() {
      return recorder.calls.filter(denied);
    },
    clearCalls: recorder.clear,
    get sessions() {
      return sessions.list();
    },
    configure,
    fetch: (url, init) => fetch(hostedRequest(endpoint.url, url, init)),
    passTime: scheduler.pass,
    control: emulator.control,
    routingControls,
    regionSwitch,
    async reset() {
      const planes = [accelerators, routingControls, regionSwitch, scheduler];
      for (const part of [blackouts, faults, sessions, buckets, recorder, ...planes]) part.clear();
      oidc.reset();
      await fetch(`${emulator.url}/_ministack/reset`, { method: 'POST' });
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function settingsOf(options: CloudOptions): CloudSettings {
  const { latencyMs, changeSetSeconds, stackSeconds, shiftMinuteSeconds, sessionSeconds } = options;
  return {
    ...(latencyMs === undefined ? {} : { latencyMs }),
    ...(changeSetSeconds === undefined ? {} : { changeSetSeconds }),
    ...(stackSeconds === undefined ? {} : { stackSeconds }),
    ...(shiftMinuteSeconds === undefined ? {} : { shiftMinuteSeconds }),
    ...(sessionSeconds === undefined ? {} : { sessionSeconds }),
  };
}

async function closeAll(endpoint: Endpoint, oidc: OidcIssuer): Promise<void> {
  await Promise.all([endpoint.close(), oidc.close()]);
}
