import { nearest } from './nearest.ts';

/** What a `${…}` in a value stands for. */
export type Reference =
  /** Without `target`: of the same target, or of the one target of a stack that is not regional. */
  | { readonly kind: 'output'; readonly stack: string; readonly target?: string; readonly output: string }
  /** SSM parameter of the target's account and region; may end in `:version`. */
  | { readonly kind: 'ssm'; readonly name: string }
  | { readonly kind: 'release' }
  | { readonly kind: 'commit' }
  | { readonly kind: 'target'; readonly property: 'name' | 'region' | 'account' | 'active' }
  | { readonly kind: 'environment' }
  | { readonly kind: 'application' };

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly reference: Reference /** As written. */; readonly source: string };

export interface ReferenceProblem {
  readonly source: string;
  readonly message: string;
  readonly fix: string;
}

export interface ParsedText {
  readonly parts: readonly Part[];
  readonly problems: readonly ReferenceProblem[];
}

const FORMS = [
  'stacks.KEY.outputs.NAME',
  'stacks.KEY.targets.TARGET.outputs.NAME',
  'ssm:/NAME',
  'release',
  'release.commit',
  'target.name',
  'target.region',
  'target.account',
  'target.active',
  'environment',
  'application',
] as const;

const ESCAPE_HINT = 'Write `$${` where the text itself has `${`.';

/** Splits a text into literal parts and references. `$${` stands for a literal `${`. */
export function parseReferences(text: string): ParsedText {
  const parts: Part[] = [];
  const problems: ReferenceProblem[] = [];
  let literal = '';
  let at = 0;
  while (at < text.length) {
    if (text.startsWith('$${', at)) {
      literal += '${';
      at += 3;
    } else if (text.startsWith('${', at)) {
      const end = text.indexOf('}', at);
      const source = end === -1 ? text.slice(at) : text.slice(at, end + 1);
      const reference = end === -1 ? undefined : parseReference(source.slice(2, -1));
      if (reference) {
        if (literal) parts.push({ kind: 'text', text: literal });
        literal = '';
        parts.push({ kind: 'reference', reference, source });
      } else {
        problems.push(problemOf(source, end !== -1));
        literal += source;
      }
      at += source.length;
    } else {
      literal += text[at];
      at += 1;
    }
  }
  if (literal) parts.push({ kind: 'text', text: literal });
  return { parts, problems };
}

export function referencesIn(text: string): readonly Reference[] {
  return parseReferences(text).parts.flatMap((part) => (part.kind === 'reference' ? [part.reference] : []));
}

export type Resolution =
  | { readonly kind: 'resolved'; readonly text: string }
  /** What `lookup` does not know yet, each once and as written: "known after …". */
  | {
      readonly kind: 'waiting';
      readonly missing: readonly { readonly reference: Reference; readonly source: string }[];
    };

/** Puts values in for references. `lookup` answers undefined for what is not known yet. Malformed references were refused before. */
export function resolveReferences(text: string, lookup: (reference: Reference) => string | undefined): Resolution {
  let result = '';
  const missing = new Map<string, { readonly reference: Reference; readonly source: string }>();
  for (const part of parseReferences(text).parts) {
    if (part.kind === 'text') {
      result += part.text;
      continue;
    }
    const value = lookup(part.reference);
    if (value === undefined) missing.set(part.source, { reference: part.reference, source: part.source });
    else result += value;
  }
  return missing.size > 0 ? { kind: 'waiting', missing: [...missing.values()] } : { kind: 'resolved', text: result };
}

/** A text that means exactly itself, whatever `${` it holds. */
export function escapeReferences(text: string): string {
  return text.replaceAll('${', () => '$${');
}

function parseReference(inner: string): Reference | undefined {
  const output = /^stacks\.([A-Za-z0-9-]+)(?:\.targets\.([A-Za-z0-9_-]+))?\.outputs\.([A-Za-z0-9]+)$/.exec(inner);
  if (output) {
    const [, stack = '', target, name = ''] = output;
    return { kind: 'output', stack, output: name, ...(target !== undefined && { target }) };
  }
  // Systems Manager API Reference, PutParameter, Name: a-zA-Z0-9_.- and slashes; a version or label follows a colon.
  const ssm = /^ssm:([A-Za-z0-9_./-]+(?::[A-Za-z0-9_.-]+)?)$/.exec(inner);
  if (ssm) return { kind: 'ssm', name: ssm[1] ?? '' };
  const property = /^target\.(name|region|account|active)$/.exec(inner)?.[1];
  if (property === 'name' || property === 'region' || property === 'account' || property === 'active')
    return { kind: 'target', property };
  if (inner === 'release' || inner === 'environment' || inner === 'application') return { kind: inner };
  return inner === 'release.commit' ? { kind: 'commit' } : undefined;
}

function problemOf(source: string, closed: boolean): ReferenceProblem {
  if (!closed) return { source, message: `the reference ${source} has no closing brace`, fix: ESCAPE_HINT };
  const near = nearest(source.slice(2, -1), FORMS);
  const known = `Known: ${FORMS.map((form) => `\${${form}}`).join(', ')}.`;
  const hint = near ? `Did you mean \${${near}}?` : known;
  return { source, message: `unknown reference ${source}`, fix: `${hint} ${ESCAPE_HINT}` };
}
