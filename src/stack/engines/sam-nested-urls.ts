import type { SamPorts } from './sam.ts';

const S3_HOST: Readonly<Record<string, string>> = { 'aws-cn': 'amazonaws.com.cn' };

/**
 * With an endpoint of S3 in the environment (a test double, a VPC endpoint), `sam package` writes the addresses of
 * nested templates with that host, and `sam deploy` takes only addresses that look like S3's (`is_s3_url` in
 * samcli/lib/package/utils.py). Without one nothing is touched.
 */
export async function nestedUrlsOfAws(file: string, ports: SamPorts): Promise<void> {
  const { region, partition } = ports.session;
  const environment = await ports.environment();
  const endpoint = (environment['AWS_ENDPOINT_URL_S3'] || environment['AWS_ENDPOINT_URL'])?.replace(/\/+$/, '');
  if (endpoint === undefined) return;
  const text = ports.readFile(file);
  const changed = text?.replaceAll(`${endpoint}/`, `https://s3.${region}.${S3_HOST[partition] ?? 'amazonaws.com'}/`);
  if (changed !== undefined && changed !== text) await ports.writeFile(file, changed);
}
