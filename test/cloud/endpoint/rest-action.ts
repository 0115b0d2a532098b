interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly action: string;
}

/** Lists routes as `METHOD path action`; `*` in a path stands for one segment, `**` for the rest. */
function routes(text: string): readonly Route[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [method = '', path = '', action = ''] = line.trim().split(/\s+/);
      const source = path.replace(/\*\*|\*/g, (star) => (star === '**' ? '.+' : '[^/]+'));
      return { method, path: new RegExp(`^${source}/?$`), action };
    });
}

const LAMBDA = routes(`
  POST /2015-03-31/functions/*/invocations Invoke
  POST /2015-03-31/functions CreateFunction
  GET /2015-03-31/functions ListFunctions
  GET /2015-03-31/functions/* GetFunction
  DELETE /2015-03-31/functions/* DeleteFunction
  GET /2015-03-31/functions/*/configuration GetFunctionConfiguration
  PUT /2015-03-31/functions/*/configuration UpdateFunctionConfiguration
  PUT /2015-03-31/functions/*/code UpdateFunctionCode
  POST /2015-03-31/functions/*/versions PublishVersion
  GET /2015-03-31/functions/*/versions ListVersionsByFunction
  POST /2015-03-31/functions/*/aliases CreateAlias
  GET /2015-03-31/functions/*/aliases ListAliases
  GET /2015-03-31/functions/*/aliases/* GetAlias
  PUT /2015-03-31/functions/*/aliases/* UpdateAlias
  DELETE /2015-03-31/functions/*/aliases/* DeleteAlias
  GET /2015-03-31/functions/*/policy GetPolicy
  POST /2015-03-31/functions/*/policy AddPermission
  PUT /2017-10-31/functions/*/concurrency PutFunctionConcurrency
  DELETE /2017-10-31/functions/*/concurrency DeleteFunctionConcurrency
  GET /2019-09-30/functions/*/concurrency GetFunctionConcurrency
  GET /2021-10-31/functions/*/url GetFunctionUrlConfig
  GET /2021-10-31/functions/*/urls ListFunctionUrlConfigs
  GET /2015-03-31/event-source-mappings ListEventSourceMappings
  POST /2015-03-31/event-source-mappings CreateEventSourceMapping
  GET /2015-03-31/event-source-mappings/* GetEventSourceMapping
  PUT /2015-03-31/event-source-mappings/* UpdateEventSourceMapping
  DELETE /2015-03-31/event-source-mappings/* DeleteEventSourceMapping
  GET /2018-10-31/layers/*/versions/* GetLayerVersion
  GET /2016-08-19/account-settings GetAccountSettings`);

const ROUTE53 = routes(`
  POST /2013-04-01/hostedzone CreateHostedZone
  GET /2013-04-01/hostedzone ListHostedZones
  GET /2013-04-01/hostedzonesbyname ListHostedZonesByName
  GET /2013-04-01/hostedzone/* GetHostedZone
  DELETE /2013-04-01/hostedzone/* DeleteHostedZone
  POST /2013-04-01/hostedzone/*/rrset ChangeResourceRecordSets
  GET /2013-04-01/hostedzone/*/rrset ListResourceRecordSets
  GET /2013-04-01/change/* GetChange
  POST /2013-04-01/healthcheck CreateHealthCheck
  GET /2013-04-01/healthcheck ListHealthChecks
  GET /2013-04-01/healthcheck/* GetHealthCheck
  POST /2013-04-01/healthcheck/* UpdateHealthCheck
  DELETE /2013-04-01/healthcheck/* DeleteHealthCheck
  GET /2013-04-01/healthcheck/*/status GetHealthCheckStatus`);

const CLOUDFRONT = routes(`
  POST /2020-05-31/distribution CreateDistribution
  GET /2020-05-31/distribution ListDistributions
  GET /2020-05-31/distribution/* GetDistribution
  GET /2020-05-31/distribution/*/config GetDistributionConfig
  PUT /2020-05-31/distribution/*/config UpdateDistribution
  POST /2020-05-31/distribution/*/invalidation CreateInvalidation`);

const KEY_VALUE_STORE = routes(`
  GET /key-value-stores/*/keys ListKeys
  GET /key-value-stores/*/keys/* GetKey
  PUT /key-value-stores/*/keys/* PutKey
  POST /key-value-stores/*/keys UpdateKeys
  GET /key-value-stores/* DescribeKeyValueStore`);

const SCHEDULER = routes(`
  POST /schedules/* CreateSchedule
  GET /schedules/* GetSchedule
  PUT /schedules/* UpdateSchedule
  DELETE /schedules/* DeleteSchedule`);

const API_GATEWAY = routes(`
  POST /v2/domainnames CreateDomainName
  GET /v2/domainnames/* GetDomainName`);

const TABLES: Readonly<Record<string, readonly Route[]>> = {
  apigateway: API_GATEWAY,
  lambda: LAMBDA,
  route53: ROUTE53,
  cloudfront: CLOUDFRONT,
  'cloudfront-keyvaluestore': KEY_VALUE_STORE,
  scheduler: SCHEDULER,
};

/** Name of the operation of a REST request; `METHOD /path` where the table does not know it. */
export function restAction(service: string, method: string, url: string): string {
  const path = url.split('?', 1)[0] ?? '/';
  return (
    TABLES[service]?.find((route) => route.method === method && route.path.test(path))?.action ?? `${method} ${path}`
  );
}
