import { UserError } from '../../errors.ts';
import type { StackRequest } from '../model.ts';

/** Where `sam package` puts artifacts; without a bucket, SAM's managed one, which SAM makes when it is absent. */
export interface SamBucket {
  readonly bucket?: string;
  readonly prefix?: string;
}

/** The samconfig file that SAM is given, and its environment (`--config-env`). */
export interface SamConfiguration {
  readonly file: string;
  readonly environment: string;
}

export interface SamPaths {
  /** Built template that `sam package` starts from. */
  readonly template: string;
  /** What `sam package` writes and `sam deploy` takes. */
  readonly packaged: string;
  /** File of the parameters, its name ends in `.yaml`; see {@link parameterFile}. */
  readonly parameters: string;
}

export function packageArguments(
  paths: Pick<SamPaths, 'template' | 'packaged'>,
  region: string,
  configuration: SamConfiguration,
  bucket: SamBucket,
): readonly string[] {
  return [
    'package',
    ...['--template-file', paths.template],
    ...['--output-template-file', paths.packaged],
    ...common(region, configuration, bucket),
  ];
}

/** Every setting of ours is stated on the command line, where it wins over the configuration file. */
export function deployArguments(
  paths: Pick<SamPaths, 'packaged' | 'parameters'>,
  region: string,
  configuration: SamConfiguration,
  bucket: SamBucket,
  request: StackRequest,
): readonly string[] {
  return [
    'deploy',
    ...['--template-file', paths.packaged],
    ...['--stack-name', request.stackName],
    ...common(region, configuration, bucket),
    '--no-fail-on-empty-changeset',
    '--no-confirm-changeset',
    request.disableRollback ? '--disable-rollback' : '--no-disable-rollback',
    ...list('--capabilities', request.capabilities),
    ...list('--notification-arns', request.notificationArns),
    ...(request.serviceRole === undefined ? [] : ['--role-arn', request.serviceRole]),
    ...list('--tags', Object.entries(request.tags).map(tagArgument)),
    ...(Object.keys(request.parameters).length === 0 ? [] : ['--parameter-overrides', `file://${paths.parameters}`]),
  ];
}

function common(region: string, configuration: SamConfiguration, { bucket, prefix }: SamBucket): readonly string[] {
  return [
    ...['--region', region],
    ...['--config-file', configuration.file],
    ...['--config-env', configuration.environment],
    // In this order: SAM looks at what came before --no-resolve-s3 (samcli/commands/_utils/options.py).
    ...(bucket === undefined ? ['--resolve-s3'] : ['--s3-bucket', bucket, '--no-resolve-s3']),
    ...(prefix === undefined ? [] : ['--s3-prefix', prefix]),
    '--no-progressbar',
  ];
}

function list(option: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [option, ...values];
}

/**
 * Parameters as a YAML file for `--parameter-overrides file://…` (SAM CLI since pull request #7876). On the command line
 * SAM takes values apart with regular expressions that some values do not survive (a quote after a backslash, as JSON in
 * JSON has), and anybody on the machine can read them. Non-ASCII characters are escaped, because SAM reads the file in
 * the encoding of the locale.
 */
export function parameterFile(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${yamlString(name)}: ${yamlString(protectedFromSam(value))}\n`)
    .join('');
}

/**
 * Of a file's values SAM removes quotes around them and backslashes before spaces and quotes, twice: when it has read
 * the file and when it has all values together (`CfnParameterOverridesType.convert` in samcli/cli/types.py). This adds
 * what it removes.
 */
function protectedFromSam(value: string): string {
  const untouched = !/\\[ "']/.test(value) && !/^(["'])[\s\S]*\1$|^["']$/.test(value);
  if (untouched) return value;
  const quote = (text: string): string => `"${text.replace(/\\(?=[ "'])/g, '\\\\')}"`;
  return quote(quote(value));
}

/** A JSON string is one of YAML's, but for pairs of surrogates: YAML takes each half for a character. */
function yamlString(text: string): string {
  return JSON.stringify(text).replace(
    /[^\0-\x7e]/gu,
    (character) => `\\U${character.codePointAt(0)?.toString(16).padStart(8, '0')}`,
  );
}

/** One tag as an argument of `--tags`, quoted where SAM would otherwise cut it at a space or an equals sign. */
function tagArgument([key, value]: readonly [string, string]): string {
  const text = /[\s="']/.test(value) || value === '' ? `${key}="${value.replaceAll('"', '\\"')}"` : `${key}=${value}`;
  // SAM reads `a="b c=d"` as two tags: every piece between spaces has exactly one equals sign (samcli/cli/types.py, CfnTags).
  const pieces = text.split(' ');
  const misread =
    (pieces.length > 1 && pieces.every((piece) => piece.split('=').length === 2)) || /[^\S ]/.test(key + value);
  if (misread || /[="'\\]/.test(key) || value.includes('\\')) {
    throw new UserError('tag-not-for-sam', `"sam deploy" cannot be given the tag ${key} with the value ${value}.`, {
      fix: ['Use a value without line breaks, backslashes and spaces before equals signs, or the engine "changeset".'],
    });
  }
  return text;
}
