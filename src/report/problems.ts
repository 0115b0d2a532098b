import { AwsError } from '../aws/ports.ts';
import { errorText, InternalError, UserError, UserErrors } from '../errors.ts';
import type { Problem } from './run-result.ts';

/** Any thrown value as what there is to put right; several for {@link UserErrors}. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof UserErrors && error.errors.length > 0) return error.errors.flatMap(problemsOf);
  if (error instanceof UserError) {
    const { code, message, fix, location } = error;
    return [{ code, message, fix, ...(location && { location }) }];
  }
  if (error instanceof AwsError) return [awsProblem(error)];
  // The reason of an abort signal: not an Error of this realm everywhere.
  if (typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError')
    return [{ code: 'cancelled', message: 'the run was cancelled', fix: [] }];
  return [defect(error)];
}

function awsProblem({ kind, code, message, service, action, region, requestId }: AwsError): Problem {
  const request = requestId === undefined ? '' : ` (request ${requestId})`;
  const what = message.includes(code) ? message : `${code}: ${message}`;
  return { code: `aws-${kind}`, message: `${service} ${action} in ${region}: ${what}${request}`, fix: fixes[kind] };
}

const fixes: Readonly<Record<AwsError['kind'], readonly string[]>> = {
  unreachable: ['Check the network and the status of the region; --without REGION leaves a region out.'],
  throttled: ['Run it again: what is done is not done twice.'],
  denied: ['Add the action to the role; `sam-multi-region policy` prints all that a command needs.'],
  credentials: ['Renew the credentials and run it again.'],
  'not-found': [],
  'already-exists': [],
  conflict: ['Run it again: what is done is not done twice.'],
  invalid: [],
  server: ['Run it again: what is done is not done twice.'],
  other: [],
};

function defect(error: unknown): Problem {
  const trace = error instanceof Error && error.stack ? `\n${error.stack}` : '';
  return {
    code: error instanceof InternalError ? 'internal' : 'unexpected',
    message: `This is a defect of sam-multi-region: ${errorText(error)}${trace}`,
    fix: ['Please report it with the lines above.'],
  };
}
