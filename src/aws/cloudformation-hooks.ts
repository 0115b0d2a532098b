import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { CloudFormation, HookResult } from './cloudformation-port.ts';

type Sdk = typeof import('@aws-sdk/client-cloudformation');

/** More than this is read by nobody. */
const MOST_RESULTS = 20;
const FAILED: readonly string[] = ['HOOK_COMPLETE_FAILED', 'HOOK_FAILED'];

/**
 * Hooks that failed a change set. Its events name them only in part: the reason lies in the result of the hook, and
 * the rules that it checked are annotations of that result (API reference, ListHookResults and GetHookResult).
 */
export function createHookReader(client: () => Promise<CloudFormationClient>): CloudFormation['failedHooks'] {
  return async (changeSet) => {
    const [sdk, cloudformation] = await Promise.all([import('@aws-sdk/client-cloudformation'), client()]);
    const results: HookResult[] = [];
    let token: string | undefined;
    do {
      const page = await cloudformation.send(
        new sdk.ListHookResultsCommand({ TargetType: 'CHANGE_SET', TargetId: changeSet, NextToken: token }),
      );
      for (const { HookResultId, TypeName, Status, FailureMode, HookStatusReason } of page.HookResults ?? []) {
        if (HookResultId === undefined || !FAILED.includes(Status ?? '') || results.length >= MOST_RESULTS) continue;
        results.push({
          type: TypeName ?? 'of an unknown type',
          status: Status ?? '',
          failureMode: FailureMode ?? 'FAIL',
          ...(HookStatusReason !== undefined && { reason: HookStatusReason }),
          findings: await findings(HookResultId, cloudformation, sdk),
        });
      }
      token = page.NextToken;
    } while (token !== undefined && results.length < MOST_RESULTS);
    return results;
  };
}

async function findings(id: string, cloudformation: CloudFormationClient, sdk: Sdk): Promise<HookResult['findings']> {
  const { Annotations = [] } = await cloudformation.send(new sdk.GetHookResultCommand({ HookResultId: id }));
  return Annotations.filter(({ Status }) => Status === 'FAILED').map((annotation) => ({
    name: annotation.AnnotationName ?? '',
    ...(annotation.StatusMessage !== undefined && { message: annotation.StatusMessage }),
    ...(annotation.RemediationMessage !== undefined && { remedy: annotation.RemediationMessage }),
    ...(annotation.RemediationLink !== undefined && { link: annotation.RemediationLink }),
  }));
}
