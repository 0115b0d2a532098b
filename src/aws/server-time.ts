import type { MetadataBearer, MiddlewareStack } from '@smithy/types';

/** Notes the Date header of every answer: S3's own clock, by which leases are judged. */
export interface ServerTimes {
  watch<I extends object, O extends MetadataBearer>(client: { readonly middlewareStack: MiddlewareStack<I, O> }): void;
  /** Milliseconds since the epoch; undefined when the answer had no date. */
  of(output: object): number | undefined;
}

export function createServerTimes(): ServerTimes {
  const times = new WeakMap<object, number>();
  return {
    watch(client) {
      client.middlewareStack.add(
        (next) => async (args) => {
          const result = await next(args);
          const { headers } = (result.response ?? {}) as { readonly headers?: Readonly<Record<string, string>> };
          const time = Date.parse(headers?.['date'] ?? '');
          if (result.output && !Number.isNaN(time)) times.set(result.output, time);
          return result;
        },
        { step: 'deserialize', priority: 'high', name: 'serverTime' },
      );
    },
    of: (output) => times.get(output),
  };
}
