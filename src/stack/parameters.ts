import type { ChangeSetRequest } from '../aws/cloudformation-port.ts';
import { didYouMean } from '../topology/nearest.ts';
import { StackRefusal } from './failed.ts';
import type { StackRequest } from './model.ts';

type ParameterRequest = Pick<StackRequest, 'declaredParameters' | 'parameters' | 'missingParameters'>;

/**
 * What to send for each parameter the template declares. A value that was given wins; without one, `keep` keeps the
 * deployed value and `template-default` goes back to the template's default (where there is none, the deployed value
 * is all there is, and stays). CloudFormation's `UsePreviousValue` also covers NoEcho values that cannot be read.
 * @param deployed names of the parameters of the deployed stack; empty for a new one
 */
export function changeSetParameters(
  request: ParameterRequest,
  deployed: ReadonlySet<string>,
): ChangeSetRequest['parameters'] {
  refuseUndeclared(request);
  refuseMissing(request, deployed);
  return request.declaredParameters.flatMap((declared): ChangeSetRequest['parameters'] => {
    const value = request.parameters[declared.name];
    if (value !== undefined) return [{ name: declared.name, value }];
    const keep = request.missingParameters === 'keep' || !declared.hasDefault;
    return keep && deployed.has(declared.name) ? [{ name: declared.name, usePrevious: true }] : [];
  });
}

export function refuseUndeclared(request: ParameterRequest): void {
  const names = request.declaredParameters.map((declared) => declared.name);
  const unknown = Object.keys(request.parameters).filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  throw new StackRefusal({
    state: 'failed',
    reason: `the template declares no parameter ${unknown.join(', ')}`,
    fix: unknown.map((name) => `Correct or remove ${name}. ${didYouMean(name, names)}`),
  });
}

function refuseMissing(request: ParameterRequest, deployed: ReadonlySet<string>): void {
  const missing = request.declaredParameters
    .filter(({ name, hasDefault }) => !hasDefault && request.parameters[name] === undefined && !deployed.has(name))
    .map(({ name }) => name);
  if (missing.length === 0) return;
  throw new StackRefusal({
    state: 'failed',
    reason: `no value for ${missing.length === 1 ? 'parameter' : 'parameters'} ${missing.join(', ')}: the template has no default and the stack has no earlier value`,
    fix: [`Give a value for ${missing.join(', ')} under \`parameters\`.`],
  });
}
