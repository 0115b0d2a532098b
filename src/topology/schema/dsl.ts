import type { Amount } from '../model.ts';

/**
 * A small language to describe a configuration file once. Validation, the published JSON Schema, the reference page
 * and the TypeScript type are all made from such a description.
 */
export type Schema =
  | TextSchema
  | IntegerSchema
  | BooleanSchema
  | DurationSchema
  | AmountSchema
  | ChoiceSchema
  | AnySchema
  | ReservedSchema
  | ListSchema
  | MapSchema
  | ObjectSchema
  | VariantSchema;

interface Described {
  /** One or two sentences for the reference page and the editor. */
  readonly description: string;
  /** What holds when the key is absent, for people. */
  readonly default?: string;
  /** Schemas with the same name are written once: in the JSON Schema under `$defs`, in the reference as a section. */
  readonly name?: string;
}

/** A rule for a text: the regular expression (without anchors) and the same in words, to stand after "must be". */
export interface Pattern {
  readonly source: string;
  readonly words: string;
  /** What the reference page calls such a text. */
  readonly short: string;
  readonly maxLength?: number;
}

export interface TextSchema extends Described {
  readonly kind: 'text';
  readonly pattern?: Pattern;
  /** Numbers and booleans are taken as they were written: `012345678901` stays twelve digits. */
  readonly verbatim?: boolean;
}

export interface IntegerSchema extends Described {
  readonly kind: 'integer';
  readonly minimum: number;
  readonly maximum: number;
}

export interface BooleanSchema extends Described {
  readonly kind: 'boolean';
}

/** `90s`, `5m`, `1h30m`; read as milliseconds. */
export interface DurationSchema extends Described {
  readonly kind: 'duration';
  readonly minimumMs: number;
  readonly maximumMs: number;
}

/** A whole number or a percentage (`2`, `25%`). */
export interface AmountSchema extends Described {
  readonly kind: 'amount';
  readonly minimum: 0 | 1;
}

export interface ChoiceSchema extends Described {
  readonly kind: 'choice';
  readonly values: readonly string[];
  /** Values of a later version: refused with a sentence that says so. */
  readonly reserved?: readonly string[];
}

/** Anything that JSON can say: policies. */
export interface AnySchema extends Described {
  readonly kind: 'any';
  /** Also texts, numbers, booleans, null and lists; otherwise a mapping. */
  readonly scalars?: boolean;
}

/** A key of a later version: it is refused by name instead of as unknown, and is not in the JSON Schema. */
export interface ReservedSchema extends Described {
  readonly kind: 'reserved';
}

export interface ListSchema extends Described {
  readonly kind: 'list';
  readonly items: Schema;
  readonly minItems?: number;
}

/** A mapping with keys that the user chooses. */
export interface MapSchema extends Described {
  readonly kind: 'map';
  readonly keys: Pattern;
  readonly values: Schema;
  readonly minItems?: number;
}

/** A mapping with fixed keys. With `emptyAllowed` a key without a value counts as an empty mapping. */
export interface ObjectSchema extends Described {
  readonly kind: 'object';
  readonly fields: Fields;
  readonly required: readonly string[];
  readonly emptyAllowed?: boolean;
}

export type Fields = Readonly<Record<string, Schema>>;

/** One of several forms, told apart by the kind of YAML node: at most one scalar, one list and one mapping form. */
export interface VariantSchema extends Described {
  readonly kind: 'variant';
  readonly forms: readonly Schema[];
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

declare const typed: unique symbol;

/** Carries the type of the values of a schema; it exists for the compiler only. */
interface Typed<T> {
  readonly [typed]?: T;
}

/** The type of a value that `read` returned for a schema. */
export type Infer<S> = S extends Typed<infer T> ? T : never;

type InferObject<F extends Fields, R extends keyof F> = { readonly [K in R]: Infer<F[K]> } & {
  readonly [K in Exclude<keyof F, R>]?: Infer<F[K]>;
};

type Body<S> = Omit<S, 'kind'>;

export const text = (body: Body<TextSchema>): TextSchema & Typed<string> => ({ kind: 'text', ...body });
export const integer = (body: Body<IntegerSchema>): IntegerSchema & Typed<number> => ({ kind: 'integer', ...body });
export const boolean = (body: Body<BooleanSchema>): BooleanSchema & Typed<boolean> => ({ kind: 'boolean', ...body });
export const duration = (body: Body<DurationSchema>): DurationSchema & Typed<number> => ({ kind: 'duration', ...body });
export const amount = (body: Body<AmountSchema>): AmountSchema & Typed<Amount> => ({ kind: 'amount', ...body });
export const anything = (body: Body<AnySchema>): AnySchema & Typed<Json> => ({ kind: 'any', ...body });
export const reserved = (description: string): ReservedSchema & Typed<never> => ({ kind: 'reserved', description });

export const choice = <const V extends string>(
  body: Body<ChoiceSchema> & { readonly values: readonly V[] },
): ChoiceSchema & Typed<V> => ({ kind: 'choice', ...body });

export const list = <S extends Schema>(
  body: Body<ListSchema> & { readonly items: S },
): ListSchema & Typed<readonly Infer<S>[]> => ({ kind: 'list', ...body });

export const map = <S extends Schema>(
  body: Body<MapSchema> & { readonly values: S },
): MapSchema & Typed<Readonly<Record<string, Infer<S>>>> => ({ kind: 'map', ...body });

export const object = <F extends Fields, const R extends keyof F & string = never>(
  body: Omit<Body<ObjectSchema>, 'required' | 'fields'> & { readonly fields: F; readonly required?: readonly R[] },
): ObjectSchema & Typed<InferObject<F, R>> => ({ kind: 'object', ...body, required: body.required ?? [] });

export const variant = <const A extends readonly Schema[]>(
  body: Body<VariantSchema> & { readonly forms: A },
): VariantSchema & Typed<Infer<A[number]>> => ({ kind: 'variant', ...body });
