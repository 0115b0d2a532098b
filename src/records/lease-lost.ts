import { UserError } from '../errors.ts';

const RUN_AGAIN = 'Look at status, then run the same command again: it picks up where this run stopped.';

/** Somebody else has it, or it ran out. */
export function leaseLost(target: string): UserError {
  return new UserError('lease-lost', `the lease on ${target} was lost: nothing more is written there by this run`, {
    fix: [RUN_AGAIN],
  });
}

/** All leases of this run had run out, and this one's region does not say whose it is now. */
export function leaseUnsure(target: string, cause: unknown): UserError {
  const why = `this run reached no region for a while, so that its leases ran out, and ${target} does not answer now`;
  return new UserError('lease-lost', `${why}: somebody else may be at work, and nothing more is written`, {
    fix: [RUN_AGAIN],
    cause,
  });
}
