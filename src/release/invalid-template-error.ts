import { type SourceLocation, UserError } from '../errors.ts';

/** One thing that SAM's translator refuses in a template. @param subject the resource, or "the template" */
export function invalidTemplateError(subject: string, sentence: string, location: SourceLocation): UserError {
  return new UserError('template-invalid', `${location.file} is no valid SAM template: ${subject}: ${sentence}`, {
    location,
    fix: ['Correct the template; "sam validate" says the same without deploying.'],
  });
}
