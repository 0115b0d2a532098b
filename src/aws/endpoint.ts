import { isIP } from 'node:net';

export type Env = Readonly<Record<string, string | undefined>>;

/** Names as in `AWS_ENDPOINT_URL_<SERVICE>` (AWS SDKs reference guide, "Service-specific endpoints"). */
export type ServiceName =
  | 'acm'
  | 'apigateway'
  | 'cloudformation'
  | 'cloudfront'
  | 'cloudwatch'
  | 'codedeploy'
  | 'elasticloadbalancing'
  | 'eventbridge'
  | 'dynamodb'
  | 'globalaccelerator'
  | 'iam'
  | 'keyvaluestore'
  | 'lambda'
  | 'logs'
  | 'recoverycluster'
  | 'regionswitch'
  | 'route53'
  | 's3'
  | 'scheduler'
  | 'sqs'
  | 'ssm'
  | 'sts';

const VARIABLE: Readonly<Record<ServiceName, string>> = {
  acm: 'AWS_ENDPOINT_URL_ACM',
  apigateway: 'AWS_ENDPOINT_URL_APIGATEWAYV2',
  cloudformation: 'AWS_ENDPOINT_URL_CLOUDFORMATION',
  cloudfront: 'AWS_ENDPOINT_URL_CLOUDFRONT',
  cloudwatch: 'AWS_ENDPOINT_URL_CLOUDWATCH',
  codedeploy: 'AWS_ENDPOINT_URL_CODEDEPLOY',
  elasticloadbalancing: 'AWS_ENDPOINT_URL_ELASTIC_LOAD_BALANCING_V2',
  eventbridge: 'AWS_ENDPOINT_URL_EVENTBRIDGE',
  dynamodb: 'AWS_ENDPOINT_URL_DYNAMODB',
  globalaccelerator: 'AWS_ENDPOINT_URL_GLOBAL_ACCELERATOR',
  iam: 'AWS_ENDPOINT_URL_IAM',
  keyvaluestore: 'AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE',
  lambda: 'AWS_ENDPOINT_URL_LAMBDA',
  logs: 'AWS_ENDPOINT_URL_CLOUDWATCH_LOGS',
  recoverycluster: 'AWS_ENDPOINT_URL_ROUTE53_RECOVERY_CLUSTER',
  regionswitch: 'AWS_ENDPOINT_URL_ARC_REGION_SWITCH',
  route53: 'AWS_ENDPOINT_URL_ROUTE_53',
  s3: 'AWS_ENDPOINT_URL_S3',
  scheduler: 'AWS_ENDPOINT_URL_SCHEDULER',
  sqs: 'AWS_ENDPOINT_URL_SQS',
  ssm: 'AWS_ENDPOINT_URL_SSM',
  sts: 'AWS_ENDPOINT_URL_STS',
};

/** Endpoint that the environment sets for a service instead of AWS's own. */
export function customEndpoint(env: Env, service: ServiceName): string | undefined {
  if (env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true') return undefined;
  return env[VARIABLE[service]] || env['AWS_ENDPOINT_URL'] || undefined;
}

/** Buckets cannot become a part of the host name when the host is an address. */
export function needsPathStyle(endpoint: string | undefined): boolean {
  if (endpoint === undefined || !URL.canParse(endpoint)) return false;
  const host = new URL(endpoint).hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 || host === 'localhost';
}

/** Region that the name of a host says; empty where it says none. */
export function regionInHost(hostname: string): string {
  return /\b[a-z]{2}(?:-[a-z]+)+-\d\b/.exec(hostname)?.[0] ?? '';
}

/** Settings that a child process needs to reach the same endpoints. */
export function endpointVariables(env: Env): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => entry[0].startsWith('AWS_ENDPOINT_URL') && entry[1] !== undefined,
    ),
  );
}
