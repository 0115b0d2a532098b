/**
 * What `sam package` takes from the samconfig.toml beside a template apart from where artifacts go, which is decided
 * here: `resolve_s3` there and `--s3-bucket` on the command line would exclude each other.
 */
const KEPT = ['force_upload', 'kms_key_id', 'language_extensions', 'metadata', 'signing_profiles'] as const;

/** samconfig.toml for one `sam package`, from the text of the user's own (undefined when there is none). */
export async function packageSettings(samconfig: string | undefined, configEnvironment: string): Promise<string> {
  const toml = await import('smol-toml');
  const parameters: Record<string, unknown> = {};
  if (samconfig !== undefined) {
    const environment = field(parsed(toml.parse, samconfig), configEnvironment);
    for (const command of ['global', 'package']) {
      const section = field(field(environment, command), 'parameters');
      for (const name of KEPT) {
        const value = field(section, name);
        if (value !== undefined) parameters[name] = value;
      }
    }
  }
  return toml.stringify({ version: 0.1, [configEnvironment]: { package: { parameters } } });
}

/** A samconfig.toml that cannot be read is reported where it is read for its own sake. */
function parsed(parse: (text: string) => unknown, text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
