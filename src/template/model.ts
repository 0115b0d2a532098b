import type { SourceLocation } from '../errors.ts';
import type { DeclaredParameter } from '../stack/model.ts';

export interface TemplateParameter extends DeclaredParameter {
  /** The default as CloudFormation takes it: text, lists joined by commas. */
  readonly defaultText?: string;
  readonly location: SourceLocation;
}

export interface TemplateResource {
  /** Inside `Fn::ForEach` this still holds the loop variable: `Function${Name}`. */
  readonly logicalId: string;
  readonly type: string;
  /** Plain data; intrinsic functions in their long form. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly deletionPolicy?: string;
  readonly updateReplacePolicy?: string;
  readonly condition?: string;
  readonly updatePolicy?: Readonly<Record<string, unknown>>;
  /** Where it lies in the template's data: `['Resources', 'Fn::ForEach::Functions', 2, 'Function${Name}']`. */
  readonly path: DataPath;
}

/** Keys and list positions from the root of the template. */
export type DataPath = readonly (string | number)[];

/** A scalar as it stands in the text, tag and indentation left out. Offsets count UTF-16 units. */
export interface ScalarSpan {
  readonly start: number;
  readonly end: number;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

/** Where keys can be put in at the beginning of a mapping. */
export interface MapStart {
  /** Offset of the first key. */
  readonly offset: number;
  /** `{…}`, as in JSON. */
  readonly flow: boolean;
}

/** A CloudFormation or SAM template: its data, and where in the file each part of it stands. */
export interface Template {
  readonly file: string;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly parameters: readonly TemplateParameter[];
  readonly transforms: readonly string[];
  /** With those inside `Fn::ForEach`, once each. */
  readonly resources: readonly TemplateResource[];
  /** SAM's `Globals`; empty when there are none. */
  readonly globals: Readonly<Record<string, unknown>>;
  /**
   * Where something is written: `LogicalId`, `LogicalId.Properties.X`, a parameter's name, a whole path
   * `Outputs.Url.Value`, or a JSON pointer `/Resources/…` as CloudFormation's validation gives it. What is not there
   * is located at the nearest part around it; undefined when not even the first part is known.
   */
  locate(path: string): SourceLocation | undefined;
  /** Undefined when there is no scalar at the path. */
  scalarAt(path: DataPath): ScalarSpan | undefined;
  /** Undefined when there is no mapping at the path, it is empty, or it is written elsewhere (a YAML alias). */
  mapStart(path: DataPath): MapStart | undefined;
}
