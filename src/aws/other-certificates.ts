import { jsonObject } from '../json.ts';
import { type JsonCallParts, jsonAnswer, jsonTarget, regionalUrl, textAnswer } from './json-call.ts';
import type { Certificate } from './readiness-ports.ts';

/** A certificate of ACM in the region of the parts. @throws AwsError */
export async function describeCertificate(arn: string, parts: JsonCallParts): Promise<Certificate> {
  const described = await jsonAnswer(
    { service: 'ACM', action: 'DescribeCertificate', region: parts.region },
    {
      service: 'acm',
      url: regionalUrl('/', 'acm', 'acm', parts),
      headers: jsonTarget('CertificateManager.DescribeCertificate'),
      body: JSON.stringify({ CertificateArn: arn }),
    },
    parts,
  );
  const found = jsonObject(described?.['Certificate']) ?? {};
  const { Status: status, NotAfter: seconds, DomainName: domain, SubjectAlternativeNames: names } = found;
  return {
    arn,
    status: typeof status === 'string' ? status : 'NOT_FOUND',
    names: [domain, ...(Array.isArray(names) ? names : [])].filter((name) => typeof name === 'string'),
    ...(typeof seconds === 'number' && { notAfter: seconds * 1000 }),
  };
}

/** Certificates of a listener of a load balancer (Elastic Load Balancing API Reference, DescribeListenerCertificates). @throws AwsError */
export async function listenerCertificates(listener: string, parts: JsonCallParts): Promise<readonly Certificate[]> {
  const action = 'DescribeListenerCertificates';
  const text = await textAnswer(
    { service: 'ElasticLoadBalancingV2', action, region: parts.region },
    {
      service: 'elasticloadbalancing',
      url: regionalUrl('/', 'elasticloadbalancing', 'elasticloadbalancing', parts),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ Action: action, Version: '2015-12-01', ListenerArn: listener }).toString(),
    },
    parts,
  );
  const arns = new Set([...(text ?? '').matchAll(/<CertificateArn>([^<]+)</g)].map(([, arn = '']) => arn));
  // Those of IAM have no end that ACM knows.
  const ofAcm = [...arns].filter((arn) => arn.includes(':acm:'));
  return Promise.all(ofAcm.map((arn) => describeCertificate(arn, parts)));
}

/**
 * The certificate of a distribution that answers for a name (CloudFront API Reference, GetDistributionConfig). Its certificates are
 * those of us-east-1.
 * @param parts of us-east-1
 * @returns undefined: the name is none of its aliases, or it has no certificate of ACM
 * @throws AwsError
 */
export async function distributionCertificate(
  distribution: string,
  name: string,
  parts: JsonCallParts,
): Promise<Certificate | undefined> {
  const url = globalUrl(`/2020-05-31/distribution/${encodeURIComponent(distribution)}/config`, parts);
  const called = { service: 'CloudFront', action: 'GetDistributionConfig', region: parts.region };
  const text = await textAnswer(called, { service: 'cloudfront', url, method: 'GET' }, parts);
  const aliases = /<Aliases>(.*?)<\/Aliases>/s.exec(text ?? '')?.[1] ?? '';
  const names = [...aliases.matchAll(/<CNAME>([^<]+)</g)].map(([, alias = '']) => alias);
  const arn = /<ACMCertificateArn>([^<]+)</.exec(text ?? '')?.[1];
  return arn === undefined || !names.some((alias) => covers(alias, name)) ? undefined : describeCertificate(arn, parts);
}

/** CloudFront has one endpoint in the partition `aws`. */
function globalUrl(path: string, parts: JsonCallParts): URL {
  const regional = regionalUrl(path, 'cloudfront', 'cloudfront', parts);
  regional.hostname = regional.hostname.replace(`.${parts.region}.`, '.');
  return regional;
}

/** A wildcard stands for one label (RFC 6125, 6.4.3). */
export function covers(pattern: string, name: string): boolean {
  if (!pattern.startsWith('*.')) return pattern.toLowerCase() === name.toLowerCase();
  return pattern.slice(1).toLowerCase() === name.slice(name.indexOf('.')).toLowerCase();
}
