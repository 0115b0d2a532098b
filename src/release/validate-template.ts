import { type UserError, UserErrors } from '../errors.ts';
import type { Spawn } from '../process/spawn.ts';
import type { Report } from '../report/events.ts';
import type { Template } from '../template/model.ts';
import { findingPaths, type SamFinding, validateFindings } from '../template/sam-findings.ts';
import { invalidTemplateError } from './invalid-template-error.ts';

export interface ValidateRequest {
  /** Absolute path of the source template. */
  readonly template: string;
  readonly source: Template;
  /** Path of the SAM CLI. */
  readonly sam: string;
  readonly region: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Runs `sam validate`. It knows no parameter values and runs no other transform (`AWS::Include`), so what it finds in a
 * resource that needs such is said, and left to CloudFormation; and it may fail for reasons of its own (it asks IAM for
 * the names of managed policies).
 *
 * @throws UserErrors `template-invalid`
 */
export async function validateTemplate(
  { template, source, sam, region, cwd, env }: ValidateRequest,
  { spawn, report, signal }: { readonly spawn: Spawn; readonly report: Report; readonly signal?: AbortSignal },
): Promise<void> {
  const args = ['validate', '--template-file', template, '--region', region];
  const { tail } = await spawn(sam, args, {
    cwd,
    env,
    ...(signal && { signal }),
  });
  const errors: UserError[] = [];
  for (const finding of validateFindings(tail.join('\n')) ?? []) {
    const { id = 'the template', sentence } = finding;
    const paths = findingPaths(finding);
    const location = paths.map(source.locate).find((place) => place !== undefined) ?? { file: source.file };
    if (needsMore(finding, source)) {
      const text = `sam validate, which knows neither parameter values nor other transforms, objects to ${id}: ${sentence}`;
      report({ type: 'note', level: 'warning', text });
    } else errors.push(invalidTemplateError(id, sentence, location));
  }
  if (errors.length > 0)
    throw new UserErrors('template-invalid', 'a template is not valid; nothing was changed', errors);
}

/** Functions that decide what a property is; the others only fill in texts. */
const DECIDING = /"Fn::(?!GetAtt|Sub|Join)/;

function needsMore(finding: SamFinding, { resources, parameters, globals }: Template): boolean {
  const paths = findingPaths(finding);
  const resource = resources.find(({ logicalId }) => paths.includes(logicalId));
  if (resource === undefined) return false;
  const text = JSON.stringify([resource.properties, globals]);
  return (
    DECIDING.test(text) ||
    parameters.some(({ name }) => text.includes(`"Ref":"${name}"`) || text.includes(`\${${name}}`))
  );
}
