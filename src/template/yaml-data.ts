import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { longForm } from './intrinsics.ts';

/** An alias that contains itself has no finite data. */
class EndlessAlias extends Error {}

/**
 * Data of a parsed YAML document (schema `failsafe`), with CloudFormation's short forms written out. Plain scalars are
 * read as YAML 1.1 does for CloudFormation, except that numbers with a leading zero and dates stay text: they are
 * account ids and template versions, never octal numbers.
 */
export function yamlData(document: Document.Parsed): unknown {
  const resolved = new Map<Node, unknown>();
  const open = new Set<Node>();

  function convert(node: unknown): unknown {
    if (isAlias(node)) return target(node.resolve(document));
    if (isScalar(node)) return tagged(node.tag, scalarValue(node));
    if (isSeq(node)) return tagged(node.tag, node.items.map(convert));
    if (isMap(node)) {
      const map: Record<string, unknown> = {};
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value ?? '') : JSON.stringify(convert(key));
        if (name === '<<') merge(map, convert(value));
        else set(map, name, convert(value));
      }
      return tagged(node.tag, map);
    }
    return null;
  }

  /** One object for all aliases of an anchor: aliases of aliases take no more room than the text. */
  function target(node: Node | undefined): unknown {
    if (node === undefined) return null;
    if (resolved.has(node)) return resolved.get(node);
    if (open.has(node)) throw new EndlessAlias('an alias contains itself');
    open.add(node);
    const value = convert(node);
    open.delete(node);
    resolved.set(node, value);
    return value;
  }

  return convert(document.contents);
}

/** `<<`: keys that the map has itself win, wherever they stand. */
function merge(into: Record<string, unknown>, value: unknown): void {
  for (const source of Array.isArray(value) ? value : [value]) {
    if (typeof source !== 'object' || source === null) continue;
    for (const [key, item] of Object.entries(source)) if (!Object.hasOwn(into, key)) set(into, key, item);
  }
}

function set(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(map, key, { value, enumerable: true, configurable: true });
  else map[key] = value;
}

function tagged(tag: string | undefined, value: unknown): unknown {
  return (tag === undefined ? undefined : longForm(tag, value)) ?? value;
}

function scalarValue(node: Scalar): unknown {
  const text = String(node.value ?? '');
  return node.type === 'PLAIN' && !node.tag?.startsWith('!') ? plainValue(text) : text;
}

function plainValue(text: string): unknown {
  const first = text.charCodeAt(0);
  const numeric = (first >= 48 && first <= 57) || first === 45 || first === 43 || first === 46;
  if (numeric) return /^[-+]?(?:0|[1-9][0-9_]*)?(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/.test(text) ? number(text) : text;
  if (text.length > 5) return text;
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
  }
  if (/^(?:true|yes|on)$/i.test(text)) return true;
  return /^(?:false|no|off)$/i.test(text) ? false : text;
}

function number(text: string): unknown {
  const value = Number(text.replaceAll('_', ''));
  return Number.isNaN(value) ? text : value;
}
