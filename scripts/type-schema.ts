import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/** A JSON Schema, or a part of one. */
export type Schema = { readonly [key: string]: unknown };

/**
 * The JSON Schema (draft 7) of an interface of the sources, with their docstrings as descriptions: what is published
 * cannot be out of step with what is written. It knows the types that documents are made of: texts, numbers, literals,
 * lists, records, objects and unions of these.
 *
 * @param file absolute path
 * @throws Error for a type that JSON cannot say
 */
export function schemaOfInterface(file: string, name: string): Schema {
  const program = ts.createProgram([file], OPTIONS, withoutPackages());
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const declaration = source?.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  );
  if (declaration === undefined) throw new Error(`${file} has no interface ${name}`);
  const type = checker.getTypeAtLocation(declaration);
  return { ...described(type.symbol, checker), ...schemaOf(type, checker, name) };
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2024.d.ts'],
  types: [],
};

/** Documents hold no types of packages: reading those would take most of the time. */
function withoutPackages(): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) => ({
      resolvedModule: text.startsWith('.')
        ? { resolvedFileName: resolve(dirname(from), text), extension: ts.Extension.Ts }
        : undefined,
    }));
  return host;
}

function schemaOf(type: ts.Type, checker: ts.TypeChecker, path: string): Schema {
  if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
  if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' };
  if (type.flags & ts.TypeFlags.String) return { type: 'string' };
  if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
  if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
  if (type.isUnion()) return unionOf(type, checker, path);
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    if (item !== undefined) return { type: 'array', items: schemaOf(item, checker, `${path}[]`) };
  }
  if (type.flags & ts.TypeFlags.Object || type.isIntersection()) return objectOf(type, checker, path);
  throw new Error(`${path} is ${checker.typeToString(type)}, which a JSON document cannot hold`);
}

function unionOf(type: ts.UnionType, checker: ts.TypeChecker, path: string): Schema {
  // Documents of ours leave out what is not there: null is only a part of what may be any JSON.
  if (type.types.some(({ flags }) => flags & ts.TypeFlags.Null)) return {};
  const schemas = type.types
    .filter(({ flags }) => !(flags & ts.TypeFlags.Undefined))
    .map((member) => schemaOf(member, checker, path));
  const values = schemas.flatMap((schema) => ('const' in schema ? [schema['const']] : []));
  const rest = schemas.filter((schema) => !('const' in schema));
  if (values.length === 2 && values.includes(true) && values.includes(false)) rest.push({ type: 'boolean' });
  else if (values.length > 0) rest.push(values.length === 1 ? { const: values[0] } : { enum: values });
  const [only, ...others] = rest;
  return only !== undefined && others.length === 0 ? only : { anyOf: rest };
}

function objectOf(type: ts.Type, checker: ts.TypeChecker, path: string): Schema {
  const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
  if (index !== undefined) {
    return { type: 'object', additionalProperties: schemaOf(index.type, checker, `${path}.*`) };
  }
  const properties = checker.getPropertiesOfType(type);
  const required = properties.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      properties.map((property) => {
        const own = schemaOf(checker.getTypeOfSymbol(property), checker, `${path}.${property.name}`);
        return [property.name, { ...described(property, checker), ...own }];
      }),
    ),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function described(symbol: ts.Symbol, checker: ts.TypeChecker): Schema {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll(/\s+/g, ' ').trim();
  return text === '' ? {} : { description: text };
}
