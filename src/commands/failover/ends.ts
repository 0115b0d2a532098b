import type { FailoverEnd } from '../../failover/run.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import type { RunResult } from '../../report/run-result.ts';

/** How each end of a failover or failback is told to scripts. */
export const ENDS: Readonly<Record<FailoverEnd['outcome'], Pick<RunResult, 'status' | 'exitCode'>>> = {
  'already-active': { status: 'no-change', exitCode: exitCodes.ok },
  rehearsed: { status: 'planned', exitCode: exitCodes.ok },
  verified: { status: 'succeeded', exitCode: exitCodes.ok },
  'not-measured': { status: 'inconclusive', exitCode: exitCodes.inconclusive },
  'not-verified': { status: 'failed', exitCode: exitCodes.failed },
  failed: { status: 'failed', exitCode: exitCodes.failed },
};
