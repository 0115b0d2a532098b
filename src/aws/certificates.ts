import { jsonObject } from '../json.ts';
import { type JsonCallParts, jsonAnswer, regionalUrl } from './json-call.ts';
import { describeCertificate } from './other-certificates.ts';
import type { Certificate } from './readiness-ports.ts';

/**
 * The certificate of a regional custom domain of API Gateway, of REST and of HTTP APIs alike (API Gateway V2 API
 * Reference, GetDomainName; ACM API Reference, DescribeCertificate).
 *
 * @returns undefined when there is no such custom domain, or it has no certificate of ACM
 * @throws AwsError
 */
export async function certificateOf(domain: string, parts: JsonCallParts): Promise<Certificate | undefined> {
  const { region } = parts;
  const found = await jsonAnswer(
    { service: 'ApiGatewayV2', action: 'GetDomainName', region },
    {
      service: 'apigateway',
      url: regionalUrl(`/v2/domainnames/${encodeURIComponent(domain)}`, 'apigateway', 'apigateway', parts),
      method: 'GET',
    },
    parts,
  );
  const arn = certificateArn(found?.['domainNameConfigurations']);
  if (arn === undefined) return undefined;
  return describeCertificate(arn, parts);
}

function certificateArn(configurations: unknown): string | undefined {
  const [first] = Array.isArray(configurations) ? configurations : [];
  const arn = jsonObject(first)?.['certificateArn'];
  return typeof arn === 'string' ? arn : undefined;
}
