import { type SourceLocation, UserError, UserErrors } from '../errors.ts';

/** Collects the errors of a configuration, so that people see all of them at once. */
export interface Findings {
  add(code: string, message: string, location?: SourceLocation, ...fix: readonly string[]): void;
  /** Errors so far. */
  readonly count: number;
  /** Throws `UserErrors` with code `config-invalid` when there are any. */
  throwIfAny(): void;
}

/** @param subject what was checked: the file's name, or "the inputs". */
export function createFindings(subject: string): Findings {
  const errors: UserError[] = [];
  const seen = new Set<string>();
  return {
    add(code, message, location, ...fix) {
      // Group and environment settings are merged once per target: the same text must not be reported once per target.
      const key = `${code}\0${message}\0${location?.file}:${location?.line}:${location?.column}`;
      if (seen.has(key)) return;
      seen.add(key);
      errors.push(new UserError(code, message, { fix, ...(location && { location }) }));
    },
    get count() {
      return errors.length;
    },
    throwIfAny() {
      if (errors.length === 0) return;
      const number = errors.length === 1 ? 'an error' : `${errors.length} errors`;
      throw new UserErrors('config-invalid', `${subject} has ${number}; nothing was changed`, errors);
    },
  };
}
