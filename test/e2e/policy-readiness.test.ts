import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DeleteHealthCheckCommand, Route53Client } from '@aws-sdk/client-route-53';
import { CreateBucketCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RunResult } from '../../src/report/run-result.ts';
import { clientOptions, rootKeys } from '../cloud/test-clients.ts';
import { createHealthCheck, failoverRecord, NAME } from '../support/failover-app.ts';
import { plainApp } from '../support/plain-app.ts';
import { openPolicyRoom, type PolicyRoom } from '../support/policy-room.ts';
import { createZone, type Zone } from '../support/traffic-app.ts';

const account = '111111111111';
const PRIMARY = 'eu-west-1';
const STANDBY = 'eu-central-1';
const SIGNALS = 'shop-stop-signals';
/** An API and a table, whose quotas are looked at. */
const template = `Parameters: { Mark: { Type: String, Default: first } }
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref Mark } }
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: shop, ProtocolType: HTTP } }
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
`;
const edge = `Resources:
  Certificate: { Type: AWS::CertificateManager::Certificate, Properties: { DomainName: ${NAME} } }
  Distribution:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Aliases: [${NAME}]
        Origins: [{ Id: api, DomainName: origin.example.net, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]
        DefaultCacheBehavior: { TargetOriginId: api, ViewerProtocolPolicy: https-only, ForwardedValues: { QueryString: true } }
        ViewerCertificate: { AcmCertificateArn: !Ref Certificate, SslSupportMethod: sni-only }
`;
/** Its last line belongs to the environment: the room adds the role. */
const config = `application: shop
stacks:
  api: { template: template.yaml, stack-name: shop }
  edge: { template: edge.yaml, stack-name: shop-edge, scope: edge }
environments:
  prod:
    targets:
      ${PRIMARY}: { account: "${account}" }
      ${STANDBY}: { account: "${account}" }
    service-role: cfn
    failover:
      mechanism: stop-switch
      signals: { ${PRIMARY}: { in: ${STANDBY}, bucket: ${SIGNALS}, key: stop/${PRIMARY} } }
      probe: { url: "https://${NAME}/", name-servers: ["127.0.0.1:9"], stable: 1s, timeout: 5s }
`;

let room: PolicyRoom<'deploy' | 'readiness'>;
let zone: Zone;
let signals: S3Client;
/** Id of the health check that looks at the stop signal itself. */
let direct = '';

beforeAll(async () => {
  const app = plainApp(template);
  app.write('edge.yaml', edge);
  room = await openPolicyRoom(
    app,
    [PRIMARY, STANDBY, 'us-east-1'].map((region) => ({ account, region })),
    {
      deploy: { command: 'deploy', config },
      readiness: { command: 'plan', args: ['--failover'], config },
    },
  );
  signals = new S3Client({ ...clientOptions(room.cloud, STANDBY, rootKeys(account)), forcePathStyle: true });
  const CreateBucketConfiguration = { LocationConstraint: STANDBY } as const;
  await signals.send(new CreateBucketCommand({ Bucket: SIGNALS, CreateBucketConfiguration }));
  zone = await createZone(room.cloud, account);
  direct = await createHealthCheck(room.cloud, {
    ...{ Type: 'HTTPS', Port: 443, FailureThreshold: 2, RequestInterval: 10, Inverted: true },
    FullyQualifiedDomainName: `${SIGNALS}.s3.${STANDBY}.amazonaws.com`,
    ResourcePath: `/stop/${PRIMARY}`,
  });
  await zone.change(
    'CREATE',
    failoverRecord(PRIMARY, 'PRIMARY', 'west.example.net', direct),
    failoverRecord(STANDBY, 'SECONDARY', 'central.example.net'),
  );
  await makeCustomDomain();
  await room.scenario('deploy', ['--yes']);
});

/** A call of a service for which the tests have no client, in the region of the standby. */
async function call(service: string, path: string, headers: Readonly<Record<string, string>>, body: object) {
  const scope = `${account}/20260101/${STANDBY}/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`;
  const answer = await fetch(new URL(path, room.cloud.url), {
    method: 'POST',
    headers: { authorization, ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${service} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as Readonly<Record<string, string>>;
}

/** A regional custom domain of API Gateway with the public name, and a certificate of ACM. */
async function makeCustomDomain(): Promise<void> {
  const target = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'CertificateManager.RequestCertificate',
  };
  const { CertificateArn } = await call('acm', '/', target, { DomainName: NAME, ValidationMethod: 'DNS' });
  const domainNameConfigurations = [{ certificateArn: CertificateArn, endpointType: 'REGIONAL' }];
  const json = { 'content-type': 'application/json' };
  await call('apigateway', '/v2/domainnames', json, { domainName: NAME, domainNameConfigurations });
}
afterAll(async () => {
  zone?.close();
  signals?.destroy();
  await room[Symbol.asyncDispose]();
});

test('the policy of plan --failover is enough to see whether a target could take over, and all of it is needed', async () => {
  const { stdout } = await room.scenario('readiness', ['--output', 'json']);
  const [standby, ...others] = (JSON.parse(stdout) as RunResult).readiness?.targets ?? [];
  const told = (subject: string) =>
    standby?.checks.filter((check) => check.subject === subject).map(({ verdict, text }) => `${verdict}: ${text}`);
  expect([standby?.target, standby?.verdict, others]).toEqual([STANDBY, 'ready', []]);
  expect(told('certificate')).toEqual([
    expect.stringMatching(/^ready: .* at API Gateway is ISSUED/),
    expect.stringMatching(/^ready: .* at the distribution \w+ is ISSUED/),
  ]);
  expect(told('quotas')).toEqual([
    expect.stringMatching(/^ready: Lambda may run/),
    'ready: API Gateway has a quota of 10000 requests a second, no less than elsewhere',
    expect.stringMatching(/^ready: DynamoDB has a quota of \d+ read capacity units and \d+ write/),
  ]);
  expect(room.called()).toEqual(
    expect.arrayContaining(['GetAccountSettings', 'GetDomainName', 'ListHealthChecks', 'HeadBucket']),
  );
  expect(await room.unneeded('readiness')).toEqual([]);
});

test('an API between the signal and Route 53 is asked what it says of it, without any right of AWS', async () => {
  /** What `templates/stop-switch/signals-api.yaml` answers; or what one answers that is broken, or wrong. */
  const honest = () =>
    signals.send(new HeadObjectCommand({ Bucket: SIGNALS, Key: `stop/${PRIMARY}` })).then(
      () => 200,
      ({ $metadata }: { readonly $metadata: { readonly httpStatusCode?: number } }) => $metadata.httpStatusCode ?? 503,
    );
  const wrong = { broken: 503, confused: 200 };
  let status: () => Promise<number> = honest;
  const api = createServer((_, response) => void status().then((code) => response.writeHead(code).end()));
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  try {
    const { port: Port } = api.address() as AddressInfo;
    const stop = { FullyQualifiedDomainName: '127.0.0.1', Port, ResourcePath: '/', Inverted: true };
    const check = await createHealthCheck(room.cloud, {
      ...{ Type: 'HTTP', FailureThreshold: 2, RequestInterval: 10 },
      ...stop,
    });
    // As the template makes it: "endpoint AND NOT stop", whose children are found too.
    const both = await createHealthCheck(room.cloud, {
      ...{ Type: 'CALCULATED', HealthThreshold: 1 },
      ChildHealthChecks: [check],
    });
    await zone.change('UPSERT', failoverRecord(PRIMARY, 'PRIMARY', 'west.example.net', both));
    const route53 = new Route53Client(clientOptions(room.cloud, 'us-east-1', rootKeys(account)));
    await route53.send(new DeleteHealthCheckCommand({ HealthCheckId: direct }));
    route53.destroy();
    const { host } = new URL(`http://127.0.0.1:${Port}`);
    const told = async (exitCode: number) => {
      const { stdout } = await room.scenario('readiness', ['--output', 'json'], { exitCode });
      const checks = (JSON.parse(stdout) as RunResult).readiness?.targets[0]?.checks ?? [];
      return checks.filter(({ subject }) => subject === 'mechanism').map(({ verdict, text }) => `${verdict}: ${text}`);
    };
    const named = `http://${host}/, which ${NAME} follows by ${check}, answers`;
    expect(await told(0)).toEqual([expect.stringContaining(`${named} 404 (not stopped), as is so`)]);
    status = async () => wrong.broken;
    expect(await told(1)).toEqual([`missing: ${named} 503: so it may not hear the signal`]);
    status = async () => wrong.confused;
    expect(await told(1)).toEqual([`missing: ${named} 200: and the signal is not stopped`]);
  } finally {
    api.closeAllConnections();
    api.close();
  }
});
