import { findingPaths, transformFindings } from '../template/sam-findings.ts';
import type { ResourceFailure } from './model.ts';
import type { StackPorts } from './ports.ts';

/** What SAM's translator, run by CloudFormation as the transform, refuses in a template; empty where it does not. */
export function invalidTemplate(
  reason: string | undefined,
  parents: readonly string[],
  { locate }: Pick<StackPorts, 'locate'>,
): readonly ResourceFailure[] {
  return (transformFindings(reason ?? '') ?? []).map((finding) => {
    const location = findingPaths(finding)
      .map((path) => locate?.([...parents, path].join('.')))
      .find((place) => place !== undefined);
    return {
      path: [...parents, finding.id ?? 'the template'].join('.'),
      status: 'FAILED',
      reason: finding.sentence,
      rootCause: true,
      cancelled: [],
      ...(location && { location }),
    };
  });
}
