import { jsonObject, parseJson } from '../json.ts';
import { findPartition } from '../topology/regions.ts';
import type { CredentialSource } from './credentials/model.ts';
import { customEndpoint, type Env, type ServiceName } from './endpoint.ts';
import { AwsError } from './ports.ts';
import { type SignedCall, signedCall } from './signed-call.ts';
import type { Transport } from './transport.ts';

/** As the ledger has it. */
export interface Called {
  readonly service: string;
  readonly action: string;
  readonly region: string;
}

/** What a call needs for which no client of the SDK is here. */
export interface JsonCallParts {
  readonly credentials: CredentialSource;
  /** A transport that records what it is asked. */
  readonly recorded: (call: Called) => Transport;
  readonly env: Env;
  readonly partition: string;
  readonly region: string;
}

/** Endpoint of a regional service. @param host what stands before the region, such as `sqs` */
export function regionalUrl(
  path: string,
  service: ServiceName,
  host: string,
  { env, partition, region }: Pick<JsonCallParts, 'env' | 'partition' | 'region'>,
): URL {
  const suffix = findPartition(partition)?.dnsSuffix ?? 'amazonaws.com';
  return new URL(path, customEndpoint(env, service) ?? `https://${host}.${region}.${suffix}`);
}

/** The headers of AWS's JSON protocol. */
export function jsonTarget(target: string, version = '1.1'): Readonly<Record<string, string>> {
  return { 'content-type': `application/x-amz-json-${version}`, 'x-amz-target': target };
}

/**
 * The answer as an object; undefined when there is no such thing.
 * @param absent types of errors that say so, besides HTTP 404
 * @throws AwsError
 */
export async function jsonAnswer(
  called: Called,
  request: Pick<SignedCall, 'service' | 'url' | 'method' | 'headers' | 'body'>,
  { credentials, recorded, region }: JsonCallParts,
  absent: readonly string[] = ['ResourceNotFoundException'],
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { status, text } = await signedCall({ ...request, region, credentials, transport: recorded(called) });
  const value = jsonObject(parseJson(text));
  if (status === 200) return value;
  const type = String(value?.['__type'] ?? '').replace(/^.*#/, '');
  if (status === 404 || absent.includes(type)) return undefined;
  const denied = status === 403 || /^AccessDenied/.test(type);
  throw new AwsError({
    kind: denied ? 'denied' : status >= 500 ? 'server' : 'other',
    code: type || `HTTP ${status}`,
    message: String(value?.['message'] ?? value?.['Message'] ?? `HTTP ${status}`),
    ...called,
    httpStatus: status,
  });
}
