import type { CommandPermissions } from '../../policy/statement.ts';
import { laterReturns, returnPermissions } from '../permissions.ts';
import { readinessPermissions } from '../readiness/permissions.ts';

/**
 * What `drill` needs: that of a failback that looks at no queues, having AWS bring traffic back, and looking whether targets could take over; the
 * stop signals are looked at for that already.
 */
export const drillPermissions: CommandPermissions = (subject) => {
  const moving = [
    ...returnPermissions(subject).filter(({ Sid }) => Sid !== 'Reverts'),
    ...laterReturns(['CreateSchedule', 'DeleteSchedule'], subject),
  ];
  const known = new Set(moving.map((statement) => JSON.stringify(statement)));
  const looking = readinessPermissions(subject).filter((statement) => !known.has(JSON.stringify(statement)));
  return [...moving, ...looking.map((statement) => ({ ...statement, Sid: `Readiness${statement.Sid}` }))];
};
