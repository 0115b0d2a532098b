/** Exit codes of the command line. The action fails its step for all but `ok`. */
export const exitCodes = {
  /** Every stack is what the release says, also when nothing had to change. */
  ok: 0,
  /** At least one stack did not get there. */
  failed: 1,
  /** Bad input or configuration: nothing was changed. */
  refused: 2,
  /** The plan no longer holds: a target moved, or a replacement or deletion was not shown. */
  planRefused: 3,
  /** No gate failed, but at least one came to no verdict. */
  inconclusive: 4,
  /** Cancelled by a signal (128 + SIGINT). */
  cancelled: 130,
} as const;
