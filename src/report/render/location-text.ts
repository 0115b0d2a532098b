import type { SourceLocation } from '../../errors.ts';

/** `template.yaml:12:3`, as editors and terminals make it clickable. */
export function locationText({ file, line, column }: SourceLocation): string {
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}
