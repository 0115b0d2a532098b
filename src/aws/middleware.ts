import type { MetadataBearer, MiddlewareStack, Pluggable } from '@smithy/types';
import type { Clock } from '../clock.ts';
import type { CredentialSource, Credentials } from './credentials/model.ts';
import { type CallFacts, codeOf, isExpired, kindOf, toAwsError } from './error-kinds.ts';
import type { WritableLedger } from './ledger.ts';

interface RequestFacts {
  readonly hostname?: string;
  readonly port?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Notes every attempt with its host, status and error. Sits inside the retry loop, around the parsing of answers. */
export function ledgerPlugin<I extends object, O extends MetadataBearer>(
  ledger: WritableLedger,
  clock: Clock,
  service: string,
  region: string,
): Pluggable<I, O> {
  return {
    applyToStack(stack) {
      stack.add(
        (next, context) => async (args) => {
          const request = (args.request ?? {}) as RequestFacts;
          const at = clock.now();
          const base = {
            at,
            service,
            region,
            action: actionName(context['commandName']),
            endpoint: request.port ? `${request.hostname}:${request.port}` : (request.hostname ?? ''),
            attempt: Number(/attempt=(\d+)/.exec(request.headers?.['amz-sdk-request'] ?? '')?.[1] ?? 1),
          };
          try {
            const result = await next(args);
            const status = statusOf(result.response);
            ledger.record({ ...base, ...status, durationMs: clock.now() - at });
            return result;
          } catch (error) {
            const status = (error as Partial<MetadataBearer>).$metadata?.httpStatusCode;
            ledger.record({
              ...base,
              ...(status === undefined ? {} : { status }),
              error: codeOf(error),
              kind: kindOf(error),
              durationMs: clock.now() - at,
            });
            throw error;
          }
        },
        { step: 'deserialize', priority: 'high', name: 'ledger' },
      );
    },
  };
}

/**
 * The border of the SDK: credentials that AWS calls expired are replaced once and the call repeated; whatever error is
 * left becomes an `AwsError`.
 */
export function borderPlugin<I extends object, O extends MetadataBearer>(
  service: string,
  region: string,
  credentials: CredentialSource | undefined,
  explain: (error: ReturnType<typeof toAwsError>) => Error,
): Pluggable<I, O> {
  return {
    applyToStack(stack) {
      stack.add(
        (next, context) => async (args) => {
          const call: CallFacts = { service, region, action: actionName(context['commandName']) };
          let used: Credentials | undefined;
          try {
            used = await credentials?.get();
            return await next(args);
          } catch (error) {
            if (!used || !isExpired(error) || !credentials?.invalidate(used)) throw translate(error, call, explain);
          }
          try {
            return await next(args);
          } catch (error) {
            throw translate(error, call, explain);
          }
        },
        { step: 'initialize', priority: 'high', name: 'border' },
      );
    },
  };
}

/** Tells of every throttled attempt, also of those that a later one made good. */
export function watchThrottling<I extends object, O extends MetadataBearer>(
  client: { readonly middlewareStack: MiddlewareStack<I, O> },
  throttled: () => void,
): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (kindOf(error) === 'throttled') throttled();
        throw error;
      }
    },
    { step: 'deserialize', priority: 'high', name: 'throttling' },
  );
}

function translate(error: unknown, call: CallFacts, explain: (error: ReturnType<typeof toAwsError>) => Error): Error {
  if (error instanceof Error && error.name === 'UserError') return error;
  return explain(toAwsError(error, call));
}

/** The operation of a command of the SDK: `PutObject` of `PutObjectCommand`. */
export function actionName(commandName: unknown): string {
  return String(commandName ?? 'Unknown').replace(/Command$/, '');
}

function statusOf(response: unknown): { readonly status?: number } {
  const { statusCode } = (response ?? {}) as { readonly statusCode?: number };
  return statusCode === undefined ? {} : { status: statusCode };
}
