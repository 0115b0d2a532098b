import { expect, test } from '@jest/globals';
import type { HttpRequest } from '@smithy/types';
import type { JsonCallParts } from '../../../src/aws/json-call.ts';
import { distributionCertificate, listenerCertificates } from '../../../src/aws/other-certificates.ts';

const ARN = 'arn:aws:acm:eu-west-1:111111111111:certificate/c1';

/** AWS, as far as it answers these calls. @param answers by what the request holds */
function parts(region: string, answers: Readonly<Record<string, readonly [number, string]>>) {
  const asked: string[] = [];
  const transport = {
    async handle(request: HttpRequest) {
      const { hostname, path, headers, body = '' } = request;
      const text = `${hostname}${path} ${headers['x-amz-target'] ?? ''} ${body}`;
      asked.push(`${hostname} ${/Credential=\w+\/\d+\/([^,]+),/.exec(headers['authorization'] ?? '')?.[1]}`);
      const [, [statusCode, answer]] = Object.entries(answers).find(([part]) => text.includes(part)) ?? ['', [500, '']];
      return {
        response: {
          statusCode,
          body: (async function* () {
            yield Buffer.from(answer);
          })(),
        },
      };
    },
  };
  const found = {
    env: {},
    region,
    partition: 'aws',
    credentials: { get: async () => ({ accessKeyId: 'AKIA', secretAccessKey: 's' }) },
    recorded: () => transport,
  } as unknown as JsonCallParts;
  return { parts: found, asked };
}

const certificate = JSON.stringify({
  Certificate: {
    Status: 'ISSUED',
    NotAfter: 1_800_000_000,
    DomainName: 'a.example.com',
    SubjectAlternativeNames: ['*.example.com'],
  },
});

test('certificates of a listener are those of ACM, each once; those of IAM have no end that is known', async () => {
  const list = `<r><Certificates><member><CertificateArn>${ARN}</CertificateArn></member><member><CertificateArn>${ARN}</CertificateArn></member>
    <member><CertificateArn>arn:aws:iam::111111111111:server-certificate/old</CertificateArn></member></Certificates></r>`;
  const { parts: given, asked } = parts('eu-west-1', {
    'Action=DescribeListenerCertificates': [200, list],
    'CertificateManager.DescribeCertificate': [200, certificate],
  });
  expect(await listenerCertificates('arn:listener', given)).toEqual([
    { arn: ARN, status: 'ISSUED', names: ['a.example.com', '*.example.com'], notAfter: 1_800_000_000_000 },
  ]);
  expect(asked).toEqual([
    'elasticloadbalancing.eu-west-1.amazonaws.com eu-west-1/elasticloadbalancing/aws4_request',
    'acm.eu-west-1.amazonaws.com eu-west-1/acm/aws4_request',
  ]);
});

test('a listener that is gone has none, and one that may not be seen is an error', async () => {
  const error = (code: string) =>
    `<ErrorResponse><Error><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;
  const gone = parts('eu-west-1', { Describe: [400, error('ListenerNotFound')] });
  expect(await listenerCertificates('arn:listener', gone.parts)).toEqual([]);
  const denied = parts('eu-west-1', { Describe: [403, error('AccessDenied')] });
  await expect(listenerCertificates('arn:listener', denied.parts)).rejects.toMatchObject({ kind: 'denied' });
});

test('a distribution counts where the name is one of its aliases, and is asked at the one endpoint of CloudFront', async () => {
  const config = `<DistributionConfig><Aliases><Quantity>1</Quantity><Items><CNAME>*.example.com</CNAME></Items></Aliases>
    <ViewerCertificate><ACMCertificateArn>${ARN}</ACMCertificateArn></ViewerCertificate></DistributionConfig>`;
  const answers = { '/distribution/E1/config': [200, config], DescribeCertificate: [200, certificate] } as const;
  const { parts: given, asked } = parts('us-east-1', answers);
  expect(await distributionCertificate('E1', 'api.example.com', given)).toMatchObject({ status: 'ISSUED' });
  expect(asked[0]).toBe('cloudfront.amazonaws.com us-east-1/cloudfront/aws4_request');
  expect(await distributionCertificate('E1', 'example.org', given)).toBeUndefined();
});
