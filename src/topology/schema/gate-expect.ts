import { anything, list, map, object, text, variant } from './dsl.ts';
import { HEADER, LINE, STATUS } from './patterns.ts';

const status = text({
  description: 'A status such as `200`, or a class such as `2xx`.',
  verbatim: true,
  pattern: STATUS,
});

/** What an answer must be like. */
export const expectation = object({
  name: 'expect',
  description: 'What an answer must be like. Everything that is said must hold.',
  fields: {
    status: variant({
      description: 'HTTP status, or several.',
      default: '`2xx`',
      forms: [status, list({ description: 'Any of these.', items: status, minItems: 1 })],
    }),
    headers: map({
      description: 'Header and its whole value. Values of headers that carry secrets are compared and never shown.',
      default: 'none',
      keys: HEADER,
      values: text({ description: 'The value.', verbatim: true }),
    }),
    json: map({
      description:
        'Path and value in the JSON of the answer: `release: "${release}"`, `checks.database: true`, or a JSONPath of RFC 9535 that begins with `$`. A path that finds several things means all of them, and one that finds nothing fails.',
      default: 'none',
      keys: LINE,
      values: anything({
        scalars: true,
        description: 'The value: a text, number, `true`, `false`, `null`, list or mapping.',
      }),
    }),
    'json-matches': map({
      description: 'Path (as in `json`) and a regular expression of JavaScript that its text must match.',
      default: 'none',
      keys: LINE,
      values: text({ description: 'The regular expression.', verbatim: true }),
    }),
    'body-contains': text({ description: 'A text that the answer must hold.', default: 'none', verbatim: true }),
    'body-matches': text({
      description: 'A regular expression of JavaScript that the answer must match.',
      default: 'none',
      verbatim: true,
    }),
  },
});
