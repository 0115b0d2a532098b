import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Move, Request } from '../../failover/move.ts';
import type { Options } from '../../options/values.ts';

/**
 * Why traffic is moved: it stands in the report and in what every region remembers.
 * @throws UserError `failover-reason`
 */
export function reasonOf({ reason, incident }: Pick<Options, 'reason' | 'incident'>, rehearse: boolean): string {
  if (reason !== undefined) return reason;
  if (rehearse) return 'rehearsal';
  if (incident !== undefined) return `incident ${incident}`;
  throw new UserError('failover-reason', 'a failover needs a reason, which is recorded', {
    fix: ['Give reason, or incident.'],
  });
}

/**
 * The name of the target has to be written once more, in `confirm` or on the terminal.
 * @throws UserError `not-confirmed`
 */
export async function checkConfirmation(
  { active, inactive }: Move,
  request: Request,
  { confirm }: Pick<Options, 'confirm'>,
  context: Pick<RunContext, 'prompt' | 'nameOption'>,
): Promise<void> {
  const name = 'to' in request ? request.to : request.from;
  const question = `Traffic moves to ${active.join(', ')}, away from ${inactive.join(', ')}. Type ${name} to go on:`;
  const typed = confirm ?? (await context.prompt(question));
  if (typed?.trim() === name) return;
  const what = typed === undefined ? 'nobody confirmed it' : `"${typed}" is not ${name}`;
  throw new UserError('not-confirmed', `nothing was moved: ${what}`, {
    fix: [`Give ${context.nameOption('confirm')} with the name of the target: ${name}.`],
  });
}
