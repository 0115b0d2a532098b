import type { StackRequest } from './model.ts';

export const MASK = '****';

/** Hides secrets in what a change set shows of properties before and after. */
export type Mask = (property: string, value: string | undefined) => string | undefined;

const SECRET_NAME = /passw(or)?d|passphrase|secret|token|api_?key|private_?key|credential|connection_?string/i;
/** Says where a secret is, not what it is. */
const REFERENCE = /^(arn:|\{\{resolve:|\{"(Ref|Fn::)|\$\{)/;
/** A shorter value would be found by chance inside others. */
const SHORTEST_SUBSTRING = 6;

/**
 * CloudFormation masks NoEcho values in most of its answers, but not wherever they end up in a property. Values of
 * NoEcho parameters are hidden whole and inside other text; properties that are named like a secret are hidden too.
 */
export function createMask(request: Pick<StackRequest, 'declaredParameters' | 'parameters'>): Mask {
  const secrets = request.declaredParameters
    .filter((declared) => declared.noEcho)
    .map((declared) => request.parameters[declared.name] ?? '')
    .filter((value) => value !== '');
  return (property, value) => {
    if (value === undefined || value === '') return value;
    if (SECRET_NAME.test(property) && !REFERENCE.test(value)) return MASK;
    return secrets.reduce((text, secret) => {
      if (text === secret || text === JSON.stringify(secret)) return MASK;
      return secret.length >= SHORTEST_SUBSTRING ? text.replaceAll(secret, MASK) : text;
    }, value);
  };
}
