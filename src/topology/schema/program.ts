import { list, text, variant } from './dsl.ts';

/** A program that is run: a line for a shell, or words that need none. */
export function program(about: { readonly description: string; readonly default?: string }) {
  return variant({
    ...about,
    forms: [
      text({ description: 'A line for `sh -c`.' }),
      list({
        description: 'A program and its arguments, without a shell.',
        items: text({ description: 'A word.', verbatim: true }),
        minItems: 1,
      }),
    ],
  });
}
