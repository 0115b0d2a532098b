import type { Alias, Document, Node, Pair, Scalar } from 'yaml';
import { InternalError, type SourceLocation } from '../../errors.ts';
import type { Findings } from '../findings.ts';
import type { MapEntry, MapTree, Tree } from './tree.ts';

/** Aliases in one file, and nodes once they are resolved: a file cannot grow by aliases of aliases. */
const MAX_ALIASES = 100;
const MAX_NODES = 50_000;
const MAX_DEPTH = 64;

class TooLarge extends Error {}

/**
 * YAML 1.2 text as a tree; JSON is YAML. Syntax errors, duplicate keys, tags and alias bombs are findings, and then
 * there is no tree. The YAML library is loaded here, because the small case reads no YAML.
 */
export async function parseYaml(content: string, file: string, findings: Findings): Promise<Tree | undefined> {
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(content, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
    keepSourceTokens: false,
  });
  const at = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  for (const problem of [...document.errors, ...document.warnings]) {
    const message = SENTENCES[problem.code] ?? `not valid YAML: ${problem.message}`;
    const code = problem.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml-syntax';
    findings.add(code, message, at(problem.pos[0]));
  }
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
  try {
    return createConverter(yaml, document, content, at, findings)(document.contents);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    findings.add(
      'yaml-alias',
      error.message,
      { file },
      'Write the repeated part out, or move it to a file of its own.',
    );
    return undefined;
  }
}

const SENTENCES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this key stands twice in the same mapping',
  NON_STRING_KEY: 'keys must be plain text',
  TAB_AS_INDENT: 'YAML is indented by spaces, here is a tab',
  MULTIPLE_DOCS: 'the file must hold one YAML document, here a second one starts',
};

type Yaml = typeof import('yaml');

function createConverter(
  yaml: Yaml,
  document: Document.Parsed,
  content: string,
  at: (offset: number) => SourceLocation,
  findings: Findings,
): (node: Node | null) => Tree {
  let nodes = 0;
  let aliases = 0;

  /** Undefined, and a finding, where nothing has that anchor: the YAML library finds this out only when asked. */
  function resolve(alias: Alias, location: SourceLocation | undefined): Node | undefined {
    aliases += 1;
    if (aliases > MAX_ALIASES) throw new TooLarge(`more than ${MAX_ALIASES} YAML aliases`);
    const target = alias.resolve(document);
    if (target === undefined)
      findings.add(
        'yaml-alias',
        `*${alias.source} stands for nothing: no value has the anchor &${alias.source}`,
        location,
      );
    return target;
  }

  function scalar(node: Scalar, location: SourceLocation | undefined): Tree {
    const quoted = node.type !== undefined && node.type !== 'PLAIN';
    const value = node.value;
    const source = quoted || node.range == null ? String(value ?? '') : content.slice(node.range[0], node.range[1]);
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
    return { kind: 'scalar', value: known, source: source.trim(), ...(location && { location }) };
  }

  function entriesOf(pairs: readonly Pair[], depth: number): MapEntry[] {
    const own: MapEntry[] = [];
    const merged: MapEntry[] = [];
    for (const pair of pairs) {
      const key = pair.key;
      if (!yaml.isScalar(key)) throw new InternalError('a YAML key that is not a scalar was not an error');
      const keyLocation = key.range ? at(key.range[0]) : undefined;
      const value = convert(yaml.isNode(pair.value) ? pair.value : null, depth + 1, keyLocation);
      if (key.value === '<<' && key.type === 'PLAIN') merged.push(...mergedEntries(value, keyLocation));
      else own.push({ key: String(key.value), value, ...(keyLocation && { keyLocation }) });
    }
    const has = new Set(own.map(({ key }) => key));
    for (const entry of merged) {
      if (!has.has(entry.key)) own.push(entry);
      has.add(entry.key);
    }
    return own;
  }

  /** `<<: *a` and `<<: [*a, *b]`: own keys win over merged ones, earlier merged ones over later. */
  function mergedEntries(value: Tree, location: SourceLocation | undefined): readonly MapEntry[] {
    const sources = value.kind === 'list' ? value.items : [value];
    const maps = sources.filter((source): source is MapTree => source.kind === 'map');
    if (maps.length !== sources.length) findings.add('yaml-alias', '"<<" merges mappings only', location);
    return maps.flatMap(({ entries }) => entries);
  }

  function convert(node: Node | null, depth: number, fallback?: SourceLocation): Tree {
    nodes += 1;
    if (nodes > MAX_NODES) throw new TooLarge(`more than ${MAX_NODES} values once YAML aliases are resolved`);
    if (depth > MAX_DEPTH) throw new TooLarge(`nested more than ${MAX_DEPTH} levels deep`);
    const location = node?.range ? at(node.range[0]) : fallback;
    if (yaml.isAlias(node)) {
      const target = resolve(node, location) ?? null;
      return { ...convert(target, depth + 1), ...(location && { location }) };
    }
    if (yaml.isMap(node)) return { kind: 'map', entries: entriesOf(node.items, depth), ...(location && { location }) };
    if (yaml.isSeq(node)) {
      const items = node.items.map((item) => convert(yaml.isNode(item) ? item : null, depth + 1, location));
      return { kind: 'list', items, ...(location && { location }) };
    }
    if (yaml.isScalar(node)) return scalar(node, location);
    return { kind: 'scalar', value: null, source: '', ...(fallback && { location: fallback }) };
  }

  return (node) => convert(node, 0);
}
