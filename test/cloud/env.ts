/** Variables of the caller that a child process needs to run at all; nothing of its AWS, GitHub or proxy settings. */
const KEPT = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TERM'] as const;

/**
 * A whole environment for a child process that talks to the local AWS; as root of `account`, or without credentials.
 * Profiles, the instance metadata service and SAM's telemetry are off, so that nothing leaves the machine.
 */
export function childEnv(url: string, account?: string, region?: string): Record<string, string> {
  const kept = KEPT.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    AWS_ENDPOINT_URL: url,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    SAM_CLI_TELEMETRY: '0',
    ...(account === undefined
      ? {}
      : { AWS_ACCESS_KEY_ID: account, AWS_SECRET_ACCESS_KEY: 'local-aws-takes-any-secret' }),
    ...(region === undefined ? {} : { AWS_REGION: region, AWS_DEFAULT_REGION: region }),
  };
}
