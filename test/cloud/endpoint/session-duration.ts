import type { AwsError } from './error-answer.ts';
import { stsErrors } from './sts-errors.ts';

const DEFAULT_SECONDS = 3600;
const CHAINED_LIMIT_SECONDS = 3600;

/** How long a session was asked for, in seconds, or why STS refuses that. */
export function sessionDuration(
  asked: string | null,
  role: { readonly maxSessionSeconds: number },
  chained: boolean,
): number | AwsError {
  if (asked === null) return DEFAULT_SECONDS;
  const seconds = Number(asked);
  if (!(seconds >= 900 && seconds <= 43_200)) return stsErrors.outOfRange(asked);
  if (chained && seconds > CHAINED_LIMIT_SECONDS) return stsErrors.tooLongForChain();
  return seconds > role.maxSessionSeconds ? stsErrors.tooLongForRole() : seconds;
}
