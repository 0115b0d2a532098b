import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { GlobalAcceleratorClient } from '@aws-sdk/client-global-accelerator';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { Route53Client } from '@aws-sdk/client-route-53';
import type { Route53RecoveryClusterClient } from '@aws-sdk/client-route53-recovery-cluster';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SchedulerClient } from '@aws-sdk/client-scheduler';
import type { SSMClient } from '@aws-sdk/client-ssm';
import type { STSClient } from '@aws-sdk/client-sts';
import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  MetadataBearer,
  MiddlewareStack,
} from '@smithy/types';
import type { Clock } from '../clock.ts';
import { type Contacts, contactsPlugin } from './contacts.ts';
import type { CredentialSource } from './credentials/model.ts';
import { customEndpoint, type Env, needsPathStyle, type ServiceName } from './endpoint.ts';
import type { WritableLedger } from './ledger.ts';
import { borderPlugin, ledgerPlugin } from './middleware.ts';
import type { AwsError } from './ports.ts';
import { createRetryStrategy, MAX_ATTEMPTS } from './retry.ts';
import type { ClusterEndpoint } from './routing-controls.ts';
import type { Transport } from './transport.ts';

/** Who calls, and what may be said of a refusal that depends on it. */
export interface Caller {
  /** Absent only for calls that are not signed. */
  readonly credentials?: CredentialSource;
  /** Turns an error into a better one, or gives it back. */
  readonly explain?: (error: AwsError) => Error;
}

/** The only maker of SDK clients. Packages load when the first client of their service is made. */
export interface ClientFactory {
  cloudformation(region: string, caller: Caller): Promise<CloudFormationClient>;
  cloudwatch(region: string, caller: Caller): Promise<CloudWatchClient>;
  codeDeploy(region: string, caller: Caller): Promise<CodeDeployClient>;
  eventBridge(region: string, caller: Caller): Promise<EventBridgeClient>;
  dynamodb(region: string, caller: Caller): Promise<DynamoDBClient>;
  logs(region: string, caller: Caller): Promise<CloudWatchLogsClient>;
  /** Calls are sent once: an invocation that was lost may have run. */
  lambda(region: string, caller: Caller): Promise<LambdaClient>;
  /** Its only endpoint is in us-west-2: for any other region the SDK makes up a host that does not exist. */
  globalAccelerator(caller: Caller): Promise<GlobalAcceleratorClient>;
  /** Its API is global and signed for all regions, whatever the region. */
  keyValueStore(region: string, caller: Caller): Promise<CloudFrontKeyValueStoreClient>;
  /** One endpoint of a cluster of ARC, signed for its region. Calls are sent once: another endpoint repeats them. */
  recoveryCluster(endpoint: ClusterEndpoint, caller: Caller): Promise<Route53RecoveryClusterClient>;
  /** @param region where the partition has the control plane of Route 53: it is signed for there. */
  route53(region: string, caller: Caller): Promise<Route53Client>;
  s3(region: string, caller: Caller): Promise<S3Client>;
  scheduler(region: string, caller: Caller): Promise<SchedulerClient>;
  ssm(region: string, caller: Caller): Promise<SSMClient>;
  sts(region: string, caller: Caller): Promise<STSClient>;
}

export interface ClientFactoryOptions {
  readonly env: Env;
  readonly clock: Clock;
  readonly ledger: WritableLedger;
  readonly contacts: Contacts;
  readonly transport: Transport;
  readonly userAgent: string;
}

export function createClientFactory(options: ClientFactoryOptions): ClientFactory {
  const { env, clock, ledger, contacts, transport } = options;
  const retryStrategy = createRetryStrategy(clock);

  /** Everything the SDK would otherwise look up in files and variables, once per client, is given here. */
  function settings(service: ServiceName, region: string, { credentials }: Caller) {
    const endpoint = customEndpoint(env, service);
    return {
      region,
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(credentials === undefined ? {} : { credentials: provider(credentials) }),
      requestHandler: transport,
      retryStrategy,
      retryMode: 'standard',
      maxAttempts: MAX_ATTEMPTS,
      defaultsMode: 'standard' as const,
      customUserAgent: userAgentParts(options.userAgent),
      userAgentAppId: async () => undefined,
      authSchemePreference: [],
      useFipsEndpoint: flag(env['AWS_USE_FIPS_ENDPOINT']),
      useDualstackEndpoint: flag(env['AWS_USE_DUALSTACK_ENDPOINT']),
    };
  }

  function watched<I extends object, O extends MetadataBearer, C extends { middlewareStack: MiddlewareStack<I, O> }>(
    client: C & { middlewareStack: MiddlewareStack<I, O> },
    service: string,
    region: string,
    { credentials, explain }: Caller,
  ): C {
    // Before the border, which asks for credentials: of two with the same priority the first one is the outer one.
    client.middlewareStack.use(contactsPlugin<I, O>(contacts, service, region));
    client.middlewareStack.use(borderPlugin<I, O>(service, region, credentials, explain ?? ((error) => error)));
    client.middlewareStack.use(ledgerPlugin<I, O>(ledger, clock, service, region));
    return client;
  }

  return {
    async cloudformation(region, caller) {
      const { CloudFormationClient } = await import('@aws-sdk/client-cloudformation');
      const client = new CloudFormationClient(settings('cloudformation', region, caller));
      return watched(client, 'CloudFormation', region, caller);
    },
    async cloudwatch(region, caller) {
      const { CloudWatchClient } = await import('@aws-sdk/client-cloudwatch');
      const client = new CloudWatchClient(settings('cloudwatch', region, caller));
      return watched(client, 'CloudWatch', region, caller);
    },
    async codeDeploy(region, caller) {
      const { CodeDeployClient } = await import('@aws-sdk/client-codedeploy');
      const client = new CodeDeployClient(settings('codedeploy', region, caller));
      return watched(client, 'CodeDeploy', region, caller);
    },
    async eventBridge(region, caller) {
      const { EventBridgeClient } = await import('@aws-sdk/client-eventbridge');
      return watched(new EventBridgeClient(settings('eventbridge', region, caller)), 'EventBridge', region, caller);
    },
    async dynamodb(region, caller) {
      const { DynamoDBClient } = await import('@aws-sdk/client-dynamodb');
      // The account is no part of the host: nothing has to be known of it, and the ledger shows the region's endpoint.
      const client = new DynamoDBClient({ ...settings('dynamodb', region, caller), accountIdEndpointMode: 'disabled' });
      return watched(client, 'DynamoDB', region, caller);
    },
    async logs(region, caller) {
      const { CloudWatchLogsClient } = await import('@aws-sdk/client-cloudwatch-logs');
      const client = new CloudWatchLogsClient(settings('logs', region, caller));
      return watched(client, 'CloudWatchLogs', region, caller);
    },
    async globalAccelerator(caller) {
      const { GlobalAcceleratorClient } = await import('@aws-sdk/client-global-accelerator');
      const client = new GlobalAcceleratorClient(settings('globalaccelerator', ACCELERATOR_REGION, caller));
      return watched(client, 'GlobalAccelerator', ACCELERATOR_REGION, caller);
    },
    async keyValueStore(region, caller) {
      // Signature Version 4A registers itself when it is loaded: without it the client refuses every call.
      const [{ CloudFrontKeyValueStoreClient }] = await Promise.all([
        import('@aws-sdk/client-cloudfront-keyvaluestore'),
        import('@aws-sdk/signature-v4a'),
      ]);
      const { endpoint, ...common } = settings('keyvaluestore', region, caller);
      const client = new CloudFrontKeyValueStoreClient({ ...common, ...asIs(endpoint) });
      return watched(client, 'CloudFrontKeyValueStore', 'global', caller);
    },
    async lambda(region, caller) {
      const { LambdaClient } = await import('@aws-sdk/client-lambda');
      const { retryStrategy: _, ...common } = settings('lambda', region, caller);
      const client = new LambdaClient({ ...common, maxAttempts: 1 });
      return watched(client, 'Lambda', region, caller);
    },
    async recoveryCluster({ region, url }, caller) {
      const { Route53RecoveryClusterClient } = await import('@aws-sdk/client-route53-recovery-cluster');
      const { retryStrategy: _, endpoint = url, ...common } = settings('recoverycluster', region, caller);
      const client = new Route53RecoveryClusterClient({ ...common, endpoint, maxAttempts: 1 });
      return watched(client, 'Route53RecoveryCluster', region, caller);
    },
    async route53(region, caller) {
      const { Route53Client } = await import('@aws-sdk/client-route-53');
      const client = new Route53Client(settings('route53', region, caller));
      return watched(client, 'Route53', region, caller);
    },
    async s3(region, caller) {
      const { S3Client } = await import('@aws-sdk/client-s3');
      const common = settings('s3', region, caller);
      const client = new S3Client({
        ...common,
        forcePathStyle: needsPathStyle(common.endpoint),
        requestChecksumCalculation: 'WHEN_SUPPORTED',
        responseChecksumValidation: 'WHEN_SUPPORTED',
        disableS3ExpressSessionAuth: true,
        useArnRegion: false,
        sigv4aSigningRegionSet: [],
      });
      return watched(client, 'S3', region, caller);
    },
    async scheduler(region, caller) {
      const { SchedulerClient } = await import('@aws-sdk/client-scheduler');
      const client = new SchedulerClient(settings('scheduler', region, caller));
      return watched(client, 'Scheduler', region, caller);
    },
    async ssm(region, caller) {
      const { SSMClient } = await import('@aws-sdk/client-ssm');
      const client = new SSMClient(settings('ssm', region, caller));
      return watched(client, 'SSM', region, caller);
    },
    async sts(region, caller) {
      const { STSClient } = await import('@aws-sdk/client-sts');
      const client = new STSClient({ ...settings('sts', region, caller), sigv4aSigningRegionSet: [] });
      return watched(client, 'STS', region, caller);
    },
  };
}

/** AWS General Reference, "AWS Global Accelerator endpoints and quotas". */
const ACCELERATOR_REGION = 'us-west-2';

/** The client would put the account in front of the host of an endpoint that is given, which an address cannot have. */
function asIs(endpoint: string | undefined) {
  if (endpoint === undefined) return {};
  const url = new URL(endpoint);
  return { endpointProvider: () => ({ url }) };
}

/** Our sources do their own caching and renewal; `memoized` keeps the SDK from adding its own around it. */
function provider(source: CredentialSource): AwsCredentialIdentityProvider {
  return Object.assign(
    async (): Promise<AwsCredentialIdentity> => {
      const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = await source.get();
      return {
        accessKeyId,
        secretAccessKey,
        ...(sessionToken === undefined ? {} : { sessionToken }),
        ...(expiresAt === undefined ? {} : { expiration: new Date(expiresAt) }),
      };
    },
    { memoized: true },
  );
}

/** `name/version name/version` as the pairs that the SDK joins: in one string it would replace slashes and blanks. */
function userAgentParts(text: string): [string, string?][] {
  return text.split(' ').map((part) => {
    const [name = '', ...version] = part.split('/');
    return version.length === 0 ? [name] : [name, version.join('/')];
  });
}

function flag(value: string | undefined): boolean {
  return value?.toLowerCase() === 'true';
}
