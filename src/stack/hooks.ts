import type { HookResult, StackEvent } from '../aws/cloudformation-port.ts';
import { AwsError } from '../aws/ports.ts';
import type { ResourceFailure } from './model.ts';
import type { StackPorts } from './ports.ts';

export interface HookFailures {
  readonly failures: readonly ResourceFailure[];
  /** What would tell more. */
  readonly fix: readonly string[];
}

/** HOOK_COMPLETE_FAILED: the hook refuses; HOOK_FAILED: it broke (API reference, HookResultSummary). */
const FAILED: readonly string[] = ['HOOK_COMPLETE_FAILED', 'HOOK_FAILED'];

/** A hook that stopped what it was called for. */
export function isHookFailure({ hook }: StackEvent): boolean {
  return hook !== undefined && FAILED.includes(hook.status) && hook.failureMode !== 'WARN';
}

/** What a hook objects to without stopping it. */
export function hookWarning({ hook, logicalId, stackId }: StackEvent): string | undefined {
  if (hook === undefined || hook.failureMode !== 'WARN' || !FAILED.includes(hook.status)) return undefined;
  return `${logicalId ?? stackId}: ${hookText(hook, hook.reason || 'it gave no reason')}`;
}

/** CloudFormation's "The following hook(s) failed: [Acme::S3::Check]"; early validation says "hook(s)/validation". */
const BLAMES_HOOKS = /hook\(s\) failed/i;

/**
 * Why hooks failed a change set whose events do not say it: each with its type, failure mode and reason, and with the
 * rules that it found broken.
 */
export async function hookFailures(
  changeSet: { readonly id: string; readonly statusReason?: string },
  path: string,
  { cloudformation }: Pick<StackPorts, 'cloudformation'>,
): Promise<HookFailures> {
  if (!BLAMES_HOOKS.test(changeSet.statusReason ?? '')) return { failures: [], fix: [] };
  try {
    const failing = (await cloudformation.failedHooks(changeSet.id)).filter(
      ({ failureMode }) => failureMode !== 'WARN',
    );
    return { failures: failing.map((result) => failureOf(result, path)), fix: [] };
  } catch (error) {
    // That hooks failed is known, and which; only why they did is not.
    if (!(error instanceof AwsError)) throw error;
    return {
      failures: [],
      fix: [
        `To see why the hooks failed, allow cloudformation:ListHookResults and cloudformation:GetHookResult (${error.action}: ${error.message}).`,
      ],
    };
  }
}

/** Type and failure mode before what the hook says: "hook Acme::S3::Check (failure mode FAIL): no public buckets". */
export function hookText(hook: { readonly type: string; readonly failureMode?: string }, reason: string): string {
  const mode = hook.failureMode === undefined ? '' : ` (failure mode ${hook.failureMode})`;
  return `hook ${hook.type}${mode}: ${reason}`;
}

function failureOf(result: HookResult, path: string): ResourceFailure {
  const found = result.findings.map(({ name, message, remedy, link }) =>
    [`${name}${message === undefined ? '' : `: ${message}`}`, remedy, link]
      .filter((part) => part !== undefined)
      .join(' '),
  );
  const reason = [result.reason ?? 'it gave no reason', ...found].join('; ');
  return { path, status: result.status, reason: hookText(result, reason), rootCause: true, cancelled: [] };
}
