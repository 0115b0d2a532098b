import type { STSClient } from '@aws-sdk/client-sts';
import type { Clock } from '../clock.ts';
import type { Target } from '../topology/model.ts';
import { createAlarmKinds } from './alarm-kinds.ts';
import type { ClientFactory } from './client-factory.ts';
import { createCloudFormation } from './cloudformation.ts';
import { createCodeDeploy } from './code-deploy.ts';
import type { Identities } from './credentials/identity.ts';
import type { CredentialSource } from './credentials/model.ts';
import { explainCallError, wrongAccount } from './diagnose-credentials.ts';
import { type Env, endpointVariables } from './endpoint.ts';
import { createEventRules } from './event-rules.ts';
import { createEventSourceMappings } from './event-source-mappings.ts';
import { createFunctions } from './functions.ts';
import { createHeartbeats } from './heartbeats.ts';
import { createLeftovers } from './leftovers.ts';
import { watchThrottling } from './middleware.ts';
import { createMonitoring } from './monitoring.ts';
import { createParameters } from './parameters.ts';
import type { AwsError, TargetSession } from './ports.ts';
import type { RateLimit } from './rate-limit.ts';
import { createReadinessSource } from './readiness.ts';
import { createRegionSwitch } from './region-switch.ts';
import { type ClusterEndpoint, createRoutingControls } from './routing-controls.ts';
import { createScheduleStates } from './schedule-states.ts';
import { createSchedules } from './schedules.ts';
import { createServerTimes } from './server-time.ts';
import { createStorage } from './storage.ts';
import { createTrafficControls, globalRegion } from './traffic-controls.ts';
import type { Transport } from './transport.ts';

/** Credentials handed to a child process cannot be renewed there: they should last for a whole deployment. */
const CHILD_VALID_MS = 50 * 60_000;

export interface SessionOptions {
  readonly target: Target;
  readonly credentials: CredentialSource;
  readonly clients: ClientFactory;
  readonly identities: Identities;
  readonly env: Env;
  readonly clock: Clock;
  /** The polling budget of an account and region. */
  readonly polls: (key: string) => RateLimit;
  /** Milliseconds that are waited for the next byte of an object. */
  readonly idleMs: number;
  /** For calls without a client of the SDK; it records them. */
  readonly recorded: (call: {
    readonly service: string;
    readonly action: string;
    readonly region: string;
  }) => Transport;
  /** Hides a value in all output from now on. */
  readonly maskSecret: (value: string) => void;
}

/** Everything of one account, region and role. Each client is made when first used, and only once its account is checked. */
export function createSession(options: SessionOptions): TargetSession {
  const { target, credentials, clients, identities, env } = options;
  const { region, partition } = target;
  const caller = { credentials, explain: (error: AwsError) => explainCallError(error, target, true) };

  const sts = lazy(() => clients.sts(region, { credentials }));
  const checkedAccount = lazy(() => checkAccount(target, credentials, identities, sts));

  /** No client is handed out for an account that is not the configured one. */
  const checked = <T>(make: () => Promise<T>): (() => Promise<T>) =>
    lazy(async () => {
      const [client] = await Promise.all([make(), checkedAccount()]);
      return client;
    });

  const polls = async () => options.polls(`${await checkedAccount()} ${region}`);
  const times = createServerTimes();
  const s3 = checked(async () => {
    const client = await clients.s3(region, caller);
    times.watch(client);
    return client;
  });

  const dynamodb = checked(async () => {
    const client = await clients.dynamodb(region, caller);
    times.watch(client);
    return client;
  });
  const lambda = checked(() => clients.lambda(region, caller));
  const cloudwatch = checked(() => clients.cloudwatch(region, caller));
  const recoveryCluster = async (endpoint: ClusterEndpoint) => {
    const [client] = await Promise.all([clients.recoveryCluster(endpoint, caller), checkedAccount()]);
    return client;
  };

  const signed = { env, credentials, partition, region, recorded: options.recorded };

  return {
    target: target.name,
    region,
    partition,
    account: checkedAccount,
    cloudformation: createCloudFormation({
      client: checked(async () => {
        const client = await clients.cloudformation(region, caller);
        const budget = await polls();
        watchThrottling(client, () => budget.throttled());
        return client;
      }),
      polls,
    }),
    storage: createStorage({ client: s3, owner: checkedAccount, serverTime: times.of, idleMs: options.idleMs }),
    traffic: createTrafficControls(clients, caller, partition, checked, checkedAccount),
    parameter: createParameters(
      checked(() => clients.ssm(region, caller)),
      options.maskSecret,
    ),
    alarmKinds: createAlarmKinds(cloudwatch),
    monitoring: createMonitoring(cloudwatch),
    functions: createFunctions(lambda),
    mappings: createEventSourceMappings(lambda),
    rules: createEventRules(checked(() => clients.eventBridge(region, caller))),
    schedules: createScheduleStates(
      checked(() => clients.scheduler(region, caller)),
      options.clock,
    ),
    laterCalls: createSchedules({
      client: checked(() => clients.scheduler(region, caller)),
      region,
      partition,
      account: checkedAccount,
    }),
    routingControls: createRoutingControls(recoveryCluster),
    regionSwitch: createRegionSwitch({
      env,
      region,
      partition,
      recorded: options.recorded,
      credentials: async () => {
        await checkedAccount();
        return credentials;
      },
    }),
    codeDeploy: createCodeDeploy(checked(() => clients.codeDeploy(region, caller))),
    queues: {
      async depth({ name, account }) {
        const own = await checkedAccount();
        const { queueDepth } = await import('./queues.ts');
        return queueDepth({ name, account: account ?? own }, signed);
      },
    },
    readiness: createReadinessSource({
      lambda,
      recoveryCluster,
      route53: checked(() => clients.route53(globalRegion(partition), caller)),
      async certificate(domain) {
        await checkedAccount();
        const { certificateOf } = await import('./certificates.ts');
        return certificateOf(domain, signed);
      },
      async apiThrottle() {
        await checkedAccount();
        return (await import('./account-limits.ts')).apiThrottle(signed);
      },
      async listenerCertificates(listener) {
        await checkedAccount();
        return (await import('./other-certificates.ts')).listenerCertificates(listener, signed);
      },
      async distributionCertificate(distribution, name) {
        await checkedAccount();
        const { distributionCertificate } = await import('./other-certificates.ts');
        return distributionCertificate(distribution, name, { ...signed, region: globalRegion(partition) });
      },
      tableCapacity: async () => (await import('./account-limits.ts')).tableCapacity(dynamodb),
    }),
    leftovers: createLeftovers({ s3, logs: checked(() => clients.logs(region, caller)), owner: checkedAccount }),
    heartbeats: createHeartbeats(dynamodb, times.of),
    async hasIdentityProvider(arn) {
      await checkedAccount();
      const { hasIdentityProvider } = await import('./identity-providers.ts');
      return hasIdentityProvider(arn, { env, credentials, partition, recorded: options.recorded });
    },
    async environment() {
      await checkedAccount();
      const { accessKeyId, secretAccessKey, sessionToken } = await credentials.get(CHILD_VALID_MS);
      return {
        ...endpointVariables(env),
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        AWS_STS_REGIONAL_ENDPOINTS: 'regional',
      };
    },
  };
}

async function checkAccount(
  target: Target,
  credentials: CredentialSource,
  identities: Identities,
  sts: () => Promise<STSClient>,
): Promise<string> {
  const account = await identities.account(credentials, target, sts);
  if (target.account !== undefined && target.account !== account) {
    throw wrongAccount(target.name, target.account, account, 'its credentials belong to');
  }
  return account;
}

/** Made once, when first asked for; a failure is not kept, so that the next caller tries again. */
function lazy<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    if (made) return made;
    const attempt = make();
    made = attempt;
    attempt.catch(() => {
      if (made === attempt) made = undefined;
    });
    return attempt;
  };
}
