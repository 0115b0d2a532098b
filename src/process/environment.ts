/** What decides whose AWS a program talks to; all of it comes from the target, nothing from the outside. */
const DECIDES = /^(AWS_|SAM_CLI_CONTAINER|ACTIONS_ID_TOKEN_|ACTIONS_RUNTIME_|INPUT_)/;

/**
 * Environment of a program that works in one target: the user's (PATH, HOME, proxies, the program's own settings),
 * without credentials and region that may be another target's and without the job's tokens and inputs; then the target's.
 */
export function targetEnvironment(
  outside: Readonly<Record<string, string | undefined>>,
  target: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = Object.entries(outside).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && (!DECIDES.test(entry[0]) || harmless(entry[0])),
  );
  return { ...Object.fromEntries(kept), ...target };
}

/** How calls are made, not by whom: certificates, retries, endpoints in dual-stack or FIPS form. */
function harmless(name: string): boolean {
  return /^AWS_(CA_BUNDLE|MAX_ATTEMPTS|RETRY_MODE|USE_|ENDPOINT_URL|IGNORE_CONFIGURED_ENDPOINT_URLS|EC2_METADATA_DISABLED)/.test(
    name,
  );
}
