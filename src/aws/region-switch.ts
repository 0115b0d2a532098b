import { jsonObject, parseJson } from '../json.ts';
import type { CredentialSource } from './credentials/model.ts';
import { customEndpoint, type Env } from './endpoint.ts';
import { toAwsError } from './error-kinds.ts';
import type { RegionSwitch, SwitchExecution } from './region-switch-port.ts';
import { signedCall } from './signed-call.ts';
import type { Transport } from './transport.ts';

/** Suffix of the endpoints of each partition (service model, endpoint rules: `arc-region-switch.{Region}.{dualStackDnsSuffix}`). */
const SUFFIX: Readonly<Record<string, string>> = { 'aws-cn': 'api.amazonwebservices.com.cn' };
const SERVICE = 'ARCRegionSwitch';

export interface RegionSwitchParts {
  readonly env: Env;
  readonly region: string;
  readonly partition: string;
  /** Of the account that was checked. */
  readonly credentials: () => Promise<CredentialSource>;
  /** A transport that records what it is asked. */
  readonly recorded: (call: {
    readonly service: string;
    readonly action: string;
    readonly region: string;
  }) => Transport;
}

/**
 * The port on the service's JSON protocol (service model: awsJson1_0, target prefix `ArcRegionSwitch`): the package
 * registry has no client of the SDK for it.
 */
export function createRegionSwitch({ env, region, partition, credentials, recorded }: RegionSwitchParts): RegionSwitch {
  const host = `arc-region-switch${fips(env)}.${region}.${SUFFIX[partition] ?? 'api.aws'}`;

  async function call(action: string, input: object, signal: AbortSignal): Promise<Readonly<Record<string, unknown>>> {
    const facts = { service: SERVICE, action, region };
    try {
      const { status, text } = await signedCall({
        url: new URL(customEndpoint(env, 'regionswitch') ?? `https://${host}`),
        service: 'arc-region-switch',
        region,
        headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `ArcRegionSwitch.${action}` },
        body: JSON.stringify(input),
        credentials: await credentials(),
        transport: recorded(facts),
        signal,
      });
      const answer = jsonObject(parseJson(text)) ?? {};
      if (status === 200) return answer;
      throw refusal(status, answer);
    } catch (error) {
      if (error instanceof Error && error.name === 'UserError') throw error;
      throw toAwsError(error, facts);
    }
  }

  return {
    async start({ plan, region: targetRegion, action, mode, comment, token }, signal) {
      const input = { planArn: plan, targetRegion, action, mode, comment, clientToken: token };
      return String((await call('StartPlanExecution', input, signal))['executionId']);
    },
    async execution(plan, id, signal) {
      return executionOf(await call('GetPlanExecution', { planArn: plan, executionId: id }, signal));
    },
    async executions(plan, signal) {
      const { items } = await call('ListPlanExecutions', { planArn: plan }, signal);
      return Array.isArray(items) ? items.map((item) => executionOf(jsonObject(item) ?? {})) : [];
    },
  };
}

function executionOf(answer: Readonly<Record<string, unknown>>): SwitchExecution {
  const { executionId, executionState, executionAction, executionRegion, stepStates } = answer;
  const steps = Array.isArray(stepStates) ? stepStates.map((step) => jsonObject(step) ?? {}) : [];
  return {
    id: String(executionId),
    state: String(executionState),
    action: executionAction === 'deactivate' ? 'deactivate' : 'activate',
    region: String(executionRegion),
    steps: steps.map(({ name, status }) => ({ name: String(name), status: String(status) })),
  };
}

/** As an SDK would throw it: `__type` may have the namespace of the shape in front. */
function refusal(status: number, { __type, message, Message }: Readonly<Record<string, unknown>>): Error {
  const name = String(__type ?? 'UnknownError').replace(/^.*#/, '');
  const error = new Error(String(message ?? Message ?? ''));
  return Object.assign(error, { name, $metadata: { httpStatusCode: status, attempts: 1 } });
}

function fips(env: Env): string {
  return env['AWS_USE_FIPS_ENDPOINT']?.toLowerCase() === 'true' ? '-fips' : '';
}
