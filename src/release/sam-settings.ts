/** A samconfig file of the user's and the table of it that counts. */
export interface SamConfigText {
  /** Its name tells TOML from YAML. */
  readonly path: string;
  readonly text: string;
  readonly environment: string;
}

type Table = Readonly<Record<string, unknown>>;

/**
 * What `sam package` takes from samconfig apart from where artifacts go, which is decided here: `resolve_s3` there and
 * `--s3-bucket` on the command line would exclude each other. `sam deploy` packages too, so its table counts as well.
 */
const PACKAGING: ReadonlySet<string> = new Set([
  'force_upload',
  'kms_key_id',
  'language_extensions',
  'metadata',
  'signing_profiles',
]);

/**
 * Options that say what the command line says already (merged: samconfig's values are the lowest level of them), would
 * lead to another account, ask somebody, or have SAM write or print elsewhere.
 */
const NOT_HANDED_ON: ReadonlySet<string> = new Set([
  ...['stack_name', 'template', 'template_file', 'output_template_file', 'region', 's3_bucket', 's3_prefix'],
  ...['resolve_s3', 'parameter_overrides', 'tags', 'capabilities', 'role_arn', 'notification_arns'],
  ...['disable_rollback', 'fail_on_empty_changeset', 'no_progressbar'],
  ...['profile', 'guided', 'confirm_changeset', 'no_execute_changeset', 'save_params', 'output'],
  ...['config_file', 'config_env'],
]);

/** samconfig.toml for one `sam package` into the first bucket; `samConfig` is the user's own, if there is one. */
export async function packageSettings(samConfig: SamConfigText | undefined): Promise<string> {
  const tables = await tablesOf(samConfig);
  const all = { ...parameters(tables, 'global'), ...parameters(tables, 'deploy'), ...parameters(tables, 'package') };
  const kept = Object.fromEntries(Object.entries(all).filter(([name]) => PACKAGING.has(name)));
  return write({ package: { parameters: kept } }, samConfig);
}

/** samconfig.toml for literal `sam package` and `sam deploy`: every option of the user's, known here or not. */
export async function engineSettings(samConfig: SamConfigText | undefined): Promise<string> {
  const tables = await tablesOf(samConfig);
  const handedOn = ['global', 'package', 'deploy'].map((command) => {
    const all = Object.entries(parameters(tables, command));
    return [
      command,
      { parameters: Object.fromEntries(all.filter(([name, value]) => value !== null && !NOT_HANDED_ON.has(name))) },
    ] as const;
  });
  return write(Object.fromEntries(handedOn), samConfig);
}

async function write(tables: Table, samConfig: SamConfigText | undefined): Promise<string> {
  const { stringify } = await import('smol-toml');
  return stringify({ version: 0.1, [samConfig?.environment ?? 'default']: tables });
}

/** A file that cannot be read is reported where it is read for its own sake. */
async function tablesOf(samConfig: SamConfigText | undefined): Promise<Table> {
  if (samConfig === undefined) return {};
  const { path, text, environment } = samConfig;
  try {
    const document: unknown = path.endsWith('.toml')
      ? (await import('smol-toml')).parse(text)
      : (await import('yaml')).parse(text);
    return field(document, environment);
  } catch {
    return {};
  }
}

const parameters = (tables: Table, command: string): Table => field(field(tables, command), 'parameters');

function field(value: unknown, name: string): Table {
  const found =
    typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
  return typeof found === 'object' && found !== null ? found : {};
}
