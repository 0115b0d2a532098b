import { AwsError, type TargetSession } from '../../../aws/ports.ts';
import type { RunContext } from '../../../context.ts';
import { type Concurrency, concurrencyCheck, LOOK_BACK_DAYS } from '../../../failover/readiness/concurrency.ts';
import {
  API_GATEWAY,
  DYNAMODB,
  type LimitedService,
  type Limits,
  limitsCheck,
} from '../../../failover/readiness/limits.ts';
import { type ReadinessCheck, unknown } from '../../../failover/readiness/model.ts';
import { fixOf, type TargetFacts } from './facts.ts';

const HOUR_SECONDS = 3_600;
const DAY_MS = 86_400_000;

/** What is known of the quotas of one target; what cannot be read is an error instead. */
interface Quotas {
  readonly concurrency: Concurrency | AwsError;
  /** Absent: its stacks have nothing of the service. */
  readonly services: ReadonlyMap<LimitedService, Limits | AwsError>;
}

/** By target; those that cannot be read have none. */
export type AllQuotas = ReadonlyMap<string, Quotas>;

/** Services whose quotas are looked at where the stacks have resources of these types. Quotas of others are not looked at. */
const SERVICES: readonly {
  readonly service: LimitedService;
  readonly types: RegExp;
  readonly read: (session: TargetSession) => Promise<Limits>;
}[] = [
  { service: API_GATEWAY, types: /^AWS::ApiGateway(?:V2)?::/, read: ({ readiness }) => readiness.apiThrottle() },
  { service: DYNAMODB, types: /^AWS::DynamoDB::/, read: ({ readiness }) => readiness.tableCapacity() },
];

/** Quotas and use in the account and region of each target. */
export async function readQuotas(
  facts: readonly TargetFacts[],
  { clock }: Pick<RunContext, 'clock'>,
): Promise<AllQuotas> {
  // A standby may have less in its stacks than who it takes over from.
  const there = facts.flatMap(({ stacks }) => stacks.flatMap(({ resources }) => resources.map(({ type }) => type)));
  const used = SERVICES.filter(({ types }) => there.some((type) => types.test(type)));
  const found = await Promise.all(
    facts
      .filter(({ error }) => error === undefined)
      .map(async (one) => {
        const concurrency = await orError(() => concurrencyOf(one, clock.now()));
        const services = await Promise.all(
          used.map(async ({ service, read }) => [service, await orError(() => read(one.session))] as const),
        );
        return [one.target.name, { concurrency, services: new Map(services) }] as const;
      }),
  );
  return new Map(found);
}

async function orError<T>(read: () => Promise<T>): Promise<T | AwsError> {
  try {
    return await read();
  } catch (failure) {
    if (failure instanceof AwsError) return failure;
    throw failure;
  }
}

async function concurrencyOf({ target: { name, region }, session }: TargetFacts, now: number): Promise<Concurrency> {
  const { limit, unreserved } = await session.readiness.concurrency();
  const metrics = { used: 'ConcurrentExecutions', free: 'UnreservedConcurrentExecutions' };
  const series = await session.monitoring.metricData(
    Object.entries(metrics).map(([id, metric]) => ({
      id,
      // Without a dimension it is that of the whole account and region (Lambda Developer Guide, "Types of metrics").
      source: { namespace: 'AWS/Lambda', metric, dimensions: {}, statistic: 'Maximum' },
      periodSeconds: HOUR_SECONDS,
      returned: true,
    })),
    now - LOOK_BACK_DAYS * DAY_MS,
    now,
  );
  const most = (id: string): number | undefined => {
    const values = (series.find((one) => one.id === id)?.points ?? []).map(({ value }) => value);
    return values.length === 0 ? undefined : Math.max(...values);
  };
  const [used, usedUnreserved] = [most('used'), most('free')];
  return {
    target: name,
    region,
    limit,
    reserved: limit - unreserved,
    ...(used !== undefined && { used }),
    ...(usedUnreserved !== undefined && { usedUnreserved }),
  };
}

/**
 * Whether one target may do what all together do. One check for each service.
 * @param others targets in other accounts and regions
 */
export function quotasChecks(
  own: TargetFacts,
  others: readonly TargetFacts[],
  quotas: AllQuotas,
): readonly ReadinessCheck[] {
  const { name, region } = own.target;
  const mine = quotas.get(name);
  if (mine === undefined) return [unknown('quotas', 'quotas are not known: the target cannot be read')];
  const known = others.flatMap(({ target }) => {
    const found = quotas.get(target.name);
    return found === undefined ? [] : [[target.name, found] as const];
  });
  const unreadable = (service: string, errors: readonly unknown[]): readonly ReadinessCheck[] => {
    const error = errors.find((one) => one instanceof AwsError);
    return error === undefined
      ? []
      : [unknown('quotas', `the quota of ${service} is not known: ${error.message}`, ...fixOf(error))];
  };
  const isRead = <T>(one: T | AwsError | undefined): one is T => one !== undefined && !(one instanceof AwsError);
  const concurrency = [mine.concurrency, ...known.map(([, one]) => one.concurrency)];
  const [first] = [mine.concurrency].filter(isRead);
  const lambda = unreadable('Lambda', concurrency);
  return [
    ...(lambda.length > 0 || first === undefined
      ? lambda
      : [concurrencyCheck(first, concurrency.slice(1).filter(isRead))]),
    ...[...mine.services].flatMap(([service, limits]) => {
      const all = known.map(([target, one]) => [target, one.services.get(service)] as const);
      const failed = unreadable(service.name, [limits, ...all.map(([, one]) => one)]);
      if (failed.length > 0 || !isRead(limits)) return failed;
      const read = all.flatMap(([target, one]) => (isRead(one) ? [[target, one] as const] : []));
      return [limitsCheck(service, limits, { region, others: read })];
    }),
  ];
}
