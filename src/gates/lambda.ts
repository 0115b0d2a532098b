import type { LambdaCheck } from '../topology/gate-model.ts';
import type { Check } from './check.ts';
import { mismatch } from './expectation.ts';

/** Invokes a function of the target and looks at its answer; a function that fails fails the gate. */
export const lambda: Check<LambdaCheck> = async ({ check, target, signal }, { session }) => {
  const { function: name, qualifier, payload, expect } = check;
  const answer = await session(target).functions.invoke(
    { function: name, ...(qualifier !== undefined && { qualifier }), payload: JSON.stringify(payload) },
    signal,
  );
  const { functionError, executedVersion } = answer;
  const evidence = { function: name, ...(executedVersion !== undefined && { executedVersion }) };
  if (functionError !== undefined) {
    const what = errorOf(answer.payload);
    return { verdict: 'fail', reason: `${name} failed: ${what}`, evidence: { ...evidence, functionError } };
  }
  const wrong = await mismatch(expect, { body: answer.payload });
  if (wrong === undefined) return { verdict: 'pass', reason: `${name} answered as expected`, evidence };
  const { reason, expected, seen } = wrong;
  return { verdict: 'fail', reason: `${name}: ${reason}`, evidence: { ...evidence, expected, seen } };
};

/** Lambda Developer Guide, "Function errors": `errorType` and `errorMessage`. The stack trace is left where it is. */
function errorOf(payload: string): string {
  try {
    const { errorType = 'Error', errorMessage = '' } = JSON.parse(payload) as Partial<Record<string, string>>;
    return `${errorType}: ${errorMessage}`.slice(0, 300);
  } catch {
    return 'without a reason';
  }
}
