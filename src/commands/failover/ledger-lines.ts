import type { LedgerEntry } from '../../aws/index.ts';
import type { LedgerLine } from '../../failover/report.ts';

/** Calls of AWS and other contacts, counted by what was asked of whom. */
export function ledgerLines(
  contacts: readonly Pick<LedgerEntry, 'service' | 'action' | 'region' | 'endpoint' | 'error'>[],
): readonly LedgerLine[] {
  const groups = Map.groupBy(contacts, ({ service, action, region, endpoint }) =>
    [service, action, region, endpoint].join(' '),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { service, action, region, endpoint } = first;
    const errors = group.filter(({ error }) => error !== undefined).length;
    return [{ service, action, region, endpoint, calls: group.length, errors }];
  });
}
