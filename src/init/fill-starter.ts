/** The repository of this program on GitHub. */
export const PRODUCT = 'sam-multi-region/sam-multi-region';

/** What takes the place of what a starter workflow leaves open. */
export interface StarterValues {
  readonly branch: string;
  readonly environment: string;
  readonly targets: readonly string[];
  readonly application: string;
  /** Path of the configuration, from the folder of the application; and that folder, from the root: empty is the root. */
  readonly config: string;
  readonly folder: string;
  /** Forty hexadecimal digits, and the version they belong to. */
  readonly pin: { readonly commit: string; readonly version: string };
}

/** A starter workflow for one repository. Everything else of it, comments too, stays as it is. */
export function fillStarter(text: string, values: StarterValues): string {
  const { branch, environment, targets, application, pin } = values;
  return (
    text
      // First: what is filled in afterwards may hold these words.
      .replaceAll(/\bsam-multi-region-(package|plan|preview|prod)\b|\bprod\b/g, (_, role?: string) =>
        role === undefined ? environment : `${application}-${role === 'prod' ? environment : role}`,
      )
      .replaceAll('$default-branch', () => yamlText(branch))
      .replace(/^# Copy it to .*\n/gm, '')
      .replace(
        new RegExp(`(uses: ${PRODUCT}(?:/[^@\\s]+)?)@\\S+(?:[ \\t]+#.*)?$`, 'gm'),
        (_, uses: string) => `${uses}@${pin.commit} # v${pin.version}`,
      )
      .replace(/^( *)config: multi-region\.yml$/gm, (_, margin: string) => {
        const folder = values.folder === '' ? '' : `\n${margin}working-directory: ${yamlText(values.folder)}`;
        return `${margin}config: ${yamlText(values.config)}${folder}`;
      })
      // Paths of our own inputs are from the folder of the application, those of other actions from the root.
      .replace(
        /^( *path: )(failover-plan\/\S+)$/gm,
        (_, start: string, path: string) =>
          `${start}${yamlText(values.folder === '' ? path : `${values.folder}/${path}`)}`,
      )
      .replace(/^(\s*- ).*# init: targets$/gm, (_, start: string) =>
        targets.map((name) => `${start}${name}`).join('\n'),
      )
  );
}

/** A text as an item of a list in brackets, or as a value. */
function yamlText(text: string): string {
  return /^[A-Za-z][\w/.-]*$/.test(text) ? text : JSON.stringify(text);
}
