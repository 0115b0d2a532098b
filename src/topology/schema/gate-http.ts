import { choice, duration, integer, map, object, text, variant } from './dsl.ts';
import { HEADER, LINE } from './patterns.ts';

export const http = variant({
  description: 'Asks a URL. See `expect` for what the answer must be.',
  default: 'none',
  forms: [
    text({ description: 'The URL.', pattern: LINE }),
    object({
      name: 'httpGate',
      description: 'A request and how it is sent.',
      required: ['url'],
      fields: {
        url: text({ description: 'The URL, `http` or `https`.', pattern: LINE }),
        method: choice({
          description: 'HTTP method.',
          default: 'GET',
          values: ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'],
        }),
        headers: map({
          description: 'Headers of the request. `${ssm:/NAME}` keeps a token out of the file.',
          default: 'none',
          keys: HEADER,
          values: text({ description: 'The value.', verbatim: true }),
        }),
        body: text({ description: 'Body of the request.', default: 'none', verbatim: true }),
        address: text({
          description:
            'Connects to this address (`192.0.2.1`, `192.0.2.1:8443`, `[2001:db8::1]`) whatever the name in the URL resolves to; `Host` and the TLS server name stay those of the URL.',
          default: 'that which the name resolves to',
          pattern: LINE,
        }),
        resolver: text({
          description: 'Name server to ask for the name in the URL, as `192.0.2.53` or `192.0.2.53:5353`.',
          default: 'that of the machine',
          pattern: LINE,
        }),
        redirects: integer({
          description: 'How many redirects are followed. Otherwise a redirect is an answer like any other.',
          default: '0',
          minimum: 0,
          maximum: 10,
        }),
        successes: integer({
          description: 'Good answers in a row that pass.',
          default: '1',
          minimum: 1,
          maximum: 100,
        }),
        failures: integer({
          description: 'Bad answers in a row that fail.',
          default: '3',
          minimum: 1,
          maximum: 100,
        }),
        pause: duration({
          description: 'Time between two requests.',
          default: '1s',
          minimumMs: 0,
          maximumMs: 600_000,
        }),
        'request-timeout': duration({
          description: 'Time limit of one request, from the name to the last byte.',
          default: '5s',
          minimumMs: 1_000,
          maximumMs: 300_000,
        }),
      },
    }),
  ],
});
