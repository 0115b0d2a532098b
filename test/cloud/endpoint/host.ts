/** What the Host header tells when a client uses AWS's own names. */
export interface AwsHost {
  readonly service: string;
  readonly region: string;
  /** API id, function URL id, or bucket. */
  readonly id?: string;
  /** Traffic of an application's users, never signed for the control plane. */
  readonly dataPlane: boolean;
}

const DATA_PLANE = [
  { pattern: /^([a-z0-9-]+)\.execute-api\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/, service: 'execute-api' },
  { pattern: /^([a-z0-9-]+)\.lambda-url\.([a-z0-9-]+)\.on\.aws$/, service: 'lambda-url' },
] as const;
const S3_BUCKET = /^(.+)\.s3[.-](?:dualstack\.)?([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(?:\.cn)?$/;
const S3_BUCKET_GLOBAL = /^(.+)\.s3\.amazonaws\.com$/;
const REGIONAL = /^(?:[^.]+\.)?([a-z0-9-]+)\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(?:\.cn)?$/;
const GLOBAL = /^([a-z0-9-]+)\.amazonaws\.com$/;

/** Reads an AWS host name (a port is ignored); undefined for any other host. */
export function awsHost(header: string | undefined): AwsHost | undefined {
  const host = (header ?? '').toLowerCase().replace(/:\d+$/, '');
  if (!host.includes('amazonaws') && !host.endsWith('.on.aws')) return undefined;
  for (const { pattern, service } of DATA_PLANE) {
    const match = pattern.exec(host);
    if (match) return { service, id: match[1] ?? '', region: match[2] ?? '', dataPlane: true };
  }
  const bucket = S3_BUCKET.exec(host);
  if (bucket) return { service: 's3', id: bucket[1] ?? '', region: bucket[2] ?? '', dataPlane: false };
  const anywhere = S3_BUCKET_GLOBAL.exec(host);
  if (anywhere) return { service: 's3', id: anywhere[1] ?? '', region: 'us-east-1', dataPlane: false };
  const regional = REGIONAL.exec(host);
  if (regional) return { service: regional[1] ?? '', region: regional[2] ?? '', dataPlane: false };
  const global = GLOBAL.exec(host);
  return global ? { service: global[1] ?? '', region: 'us-east-1', dataPlane: false } : undefined;
}
