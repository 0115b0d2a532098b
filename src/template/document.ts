import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { SourceLocation } from '../errors.ts';
import type { DataPath, MapStart, ScalarSpan } from './model.ts';

/** The syntax tree of a template. `failsafe`: types are told from the text by us; short-form tags need no schema. */
export function composeDocument(text: string): Document.Parsed {
  return parseDocument(text, {
    schema: 'failsafe',
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
    keepSourceTokens: false,
  });
}

export function locationAt(file: string, text: string, offset: number): SourceLocation {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
    line += 1;
    start = next + 1;
  }
  return { file, line, column: offset - start + 1 };
}

interface Found {
  readonly node: unknown;
  /** Offset of the key or list item. */
  readonly offset: number;
  /** How many parts of the path were found. */
  readonly depth: number;
}

/** Follows a path as far as it goes. A short-form function (`!Sub`) takes no part of the path: its value has no keys. */
export function follow(document: Document.Parsed, path: DataPath): Found {
  let node: unknown = document.contents;
  let offset = rangeStart(node) ?? 0;
  let depth = 0;
  for (const part of path) {
    const target: unknown = isAlias(node) ? node.resolve(document) : node;
    let next: { readonly node: unknown; readonly offset: number } | undefined;
    if (isMap(target)) {
      const pair = target.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (pair) next = { node: pair.value, offset: rangeStart(pair.key) ?? offset };
    } else if (isSeq(target)) {
      const item = target.items[Number(part)];
      if (item !== undefined) next = { node: item, offset: rangeStart(item) ?? offset };
    }
    if (!next) break;
    ({ node, offset } = next);
    depth += 1;
  }
  return { node, offset, depth };
}

export function spanOf(document: Document.Parsed, path: DataPath): ScalarSpan | undefined {
  const { node, depth } = follow(document, path);
  if (depth !== path.length || !isScalar(node) || !node.range) return undefined;
  const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
  return { start: node.range[0], end: node.range[1], style };
}

export function mapStartOf(document: Document.Parsed, path: DataPath): MapStart | undefined {
  const { node, depth } = follow(document, path);
  if (depth !== path.length || !isMap(node)) return undefined;
  const offset = rangeStart(node.items[0]?.key);
  return offset === undefined ? undefined : { offset, flow: node.flow === true };
}

const STYLES: Readonly<Record<string, ScalarSpan['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_FOLDED: 'block',
  BLOCK_LITERAL: 'block',
};

function rangeStart(node: unknown): number | undefined {
  return (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node as Node).range : undefined)?.[0];
}
