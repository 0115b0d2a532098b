import { InternalError } from '../errors.ts';
import type { DataPath, ScalarSpan, Template } from './model.ts';

export interface ScalarEdit {
  readonly path: DataPath;
  readonly value: string;
}

/** The template's text with some scalars replaced and everything else byte for byte as it was. */
export function replaceScalars(template: Pick<Template, 'text' | 'scalarAt'>, edits: readonly ScalarEdit[]): string {
  const spans = edits.map(({ path, value }) => {
    const span = template.scalarAt(path);
    if (!span) throw new InternalError(`there is no scalar to replace at ${path.join('.')}`);
    return { span, value };
  });
  spans.sort((a, b) => a.span.start - b.span.start);
  const pieces: string[] = [];
  let done = 0;
  for (const { span, value } of spans) {
    // Two references through one YAML anchor are one place in the text.
    if (span.start < done) continue;
    pieces.push(template.text.slice(done, span.start), written(value, span, template.text));
    done = span.end;
  }
  pieces.push(template.text.slice(done));
  return pieces.join('');
}

function written(value: string, span: ScalarSpan, text: string): string {
  switch (span.style) {
    case 'double':
      return JSON.stringify(value);
    case 'single':
      return `'${value.replaceAll("'", "''")}'`;
    case 'block':
      return JSON.stringify(value) + (text.slice(span.start, span.end).endsWith('\n') ? '\n' : '');
    case 'plain':
      return /^[A-Za-z][\w./=?&%+~-]*(?::[\w./=?&%+~-]+)*$/.test(value) ? value : JSON.stringify(value);
  }
}
