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

type CallRequest = Pick<SignedCall, 'service' | 'url' | 'method' | 'headers' | 'body'>;

/**
 * The answer as an object; undefined when there is no such thing.
 * @param absent types of errors that say so, besides HTTP 404
 * @throws AwsError
 */
export async function jsonAnswer(
  called: Called,
  request: CallRequest,
  parts: JsonCallParts,
  absent: readonly string[] = ['ResourceNotFoundException'],
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const answer = await send(called, request, parts);
  const value = jsonObject(parseJson(answer.text));
  if (answer.status === 200) return value;
  const type = String(value?.['__type'] ?? '').replace(/^.*#/, '');
  if (answer.status === 404 || absent.includes(type)) return undefined;
  throw failed(called, answer.status, type, String(value?.['message'] ?? value?.['Message'] ?? ''));
}

/** The answer as its text, XML; undefined when there is no such thing. @throws AwsError */
export async function textAnswer(
  called: Called,
  request: CallRequest,
  parts: JsonCallParts,
): Promise<string | undefined> {
  const { status, text } = await send(called, request, parts);
  if (status === 200) return text;
  const code = /<Code>([^<]+)</.exec(text)?.[1] ?? '';
  if (status === 404 || code.endsWith('NotFound')) return undefined;
  throw failed(called, status, code, /<Message>([^<]+)</.exec(text)?.[1] ?? '');
}

function send(called: Called, request: CallRequest, { credentials, recorded, region }: JsonCallParts) {
  return signedCall({ ...request, region, credentials, transport: recorded(called) });
}

function failed(called: Called, status: number, code: string, message: string): AwsError {
  const denied = status === 403 || code.startsWith('AccessDenied');
  return new AwsError({
    kind: denied ? 'denied' : status >= 500 ? 'server' : 'other',
    code: code || `HTTP ${status}`,
    message: message || `HTTP ${status}`,
    ...called,
    httpStatus: status,
  });
}
