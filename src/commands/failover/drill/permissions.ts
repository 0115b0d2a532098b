import { allow, type CommandPermissions, type Statement } from '../../policy/statement.ts';
import type { PolicySubject } from '../../policy/subject.ts';
import { failbackPermissions, laterReturns, signalObjects } from '../permissions.ts';

/** What `drill` needs: that of a failback, and having AWS bring traffic back. */
export const drillPermissions: CommandPermissions = (subject) => [
  ...failbackPermissions(subject).filter(({ Sid }) => Sid !== 'Reverts'),
  ...laterReturns(['CreateSchedule', 'DeleteSchedule'], subject),
  ...lookAtSignals(subject),
];

/** Whether a signal is the one that the scheduled deletion is for. */
function lookAtSignals(subject: PolicySubject): readonly Statement[] {
  const objects = signalObjects(subject);
  return objects.length === 0 ? [] : [allow('SeeStopSignals', ['s3:GetObject'], objects)];
}
