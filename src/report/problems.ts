import { errorText, InternalError, UserError, UserErrors } from '../errors.ts';
import type { Problem } from './events.ts';

/** Any thrown value as what there is to put right; several for {@link UserErrors}. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof UserErrors && error.errors.length > 0) return error.errors.flatMap(problemsOf);
  if (error instanceof UserError) {
    const { code, message, fix, location } = error;
    return [{ code, message, fix, ...(location && { location }) }];
  }
  const trace = error instanceof Error && error.stack ? `\n${error.stack}` : '';
  const code = error instanceof InternalError ? 'internal' : 'unexpected';
  return [
    {
      code,
      message: `This is a defect of sam-multi-region: ${errorText(error)}${trace}`,
      fix: ['Please report it with the lines above.'],
    },
  ];
}
