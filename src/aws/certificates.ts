import { jsonObject, parseJson } from '../json.ts';
import { findPartition } from '../topology/regions.ts';
import type { CredentialSource } from './credentials/model.ts';
import { customEndpoint, type Env } from './endpoint.ts';
import { AwsError } from './ports.ts';
import type { Certificate } from './readiness-ports.ts';
import { type SignedCall, signedCall } from './signed-call.ts';
import type { Transport } from './transport.ts';

/** As the ledger has it. */
interface Called {
  readonly service: string;
  readonly action: string;
  readonly region: string;
}

export interface CertificateParts {
  readonly credentials: CredentialSource;
  /** A transport that records what it is asked. */
  readonly recorded: (call: Called) => Transport;
  readonly env: Env;
  readonly partition: string;
  readonly region: string;
}

/**
 * The certificate of a regional custom domain of API Gateway, of REST and of HTTP APIs alike (API Gateway V2 API
 * Reference, GetDomainName; ACM API Reference, DescribeCertificate).
 *
 * @returns undefined when there is no such custom domain, or it has no certificate of ACM
 * @throws AwsError
 */
export async function certificateOf(domain: string, parts: CertificateParts): Promise<Certificate | undefined> {
  const { env, partition, region } = parts;
  const suffix = findPartition(partition)?.dnsSuffix ?? 'amazonaws.com';
  const found = await answerOf(
    { service: 'ApiGatewayV2', action: 'GetDomainName', region },
    {
      service: 'apigateway',
      url: new URL(
        `/v2/domainnames/${encodeURIComponent(domain)}`,
        customEndpoint(env, 'apigateway') ?? `https://apigateway.${region}.${suffix}`,
      ),
      method: 'GET',
    },
    parts,
  );
  const arn = certificateArn(found?.['domainNameConfigurations']);
  if (arn === undefined) return undefined;
  const described = await answerOf(
    { service: 'ACM', action: 'DescribeCertificate', region },
    {
      service: 'acm',
      url: new URL('/', customEndpoint(env, 'acm') ?? `https://acm.${region}.${suffix}`),
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'CertificateManager.DescribeCertificate',
      },
      body: JSON.stringify({ CertificateArn: arn }),
    },
    parts,
  );
  const { Status: status, NotAfter: seconds } = jsonObject(described?.['Certificate']) ?? {};
  return {
    arn,
    status: typeof status === 'string' ? status : 'NOT_FOUND',
    ...(typeof seconds === 'number' && { notAfter: seconds * 1000 }),
  };
}

function certificateArn(configurations: unknown): string | undefined {
  const [first] = Array.isArray(configurations) ? configurations : [];
  const arn = jsonObject(first)?.['certificateArn'];
  return typeof arn === 'string' ? arn : undefined;
}

/** The answer as an object; undefined when there is no such thing. @throws AwsError */
async function answerOf(
  called: Called,
  request: Pick<SignedCall, 'service' | 'url' | 'method' | 'headers' | 'body'>,
  { credentials, recorded, region }: CertificateParts,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { status, text } = await signedCall({ ...request, region, credentials, transport: recorded(called) });
  const value = jsonObject(parseJson(text));
  if (status === 200) return value;
  const type = String(value?.['__type'] ?? '').replace(/^.*#/, '');
  if (status === 404 || type === 'ResourceNotFoundException') return undefined;
  throw new AwsError({
    kind: status === 403 ? 'denied' : status >= 500 ? 'server' : 'other',
    code: type || `HTTP ${status}`,
    message: String(value?.['message'] ?? value?.['Message'] ?? `HTTP ${status}`),
    ...called,
    httpStatus: status,
  });
}
