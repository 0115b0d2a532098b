import type { TargetSession } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import { targetEnvironment } from '../process/environment.ts';

/** Environment of `sam` in the first target. */
export async function samEnvironment(
  outside: Readonly<Record<string, string | undefined>>,
  session: TargetSession,
  folder: string,
  clock: Clock,
  options: { readonly languageExtensions: boolean },
): Promise<Readonly<Record<string, string>>> {
  return targetEnvironment(outside, {
    ...(await session.environment()),
    SAM_CLI_TELEMETRY: '0',
    // On a fresh machine sam would ask PyPI for a newer version of itself each time it is started.
    __SAM_CLI_APP_DIR: await samHome(folder, clock),
    ...(options.languageExtensions && { SAM_CLI_ENABLE_LANGUAGE_EXTENSIONS: '1' }),
  });
}

/** SAM's own settings folder for one run. */
async function samHome(folder: string, clock: Clock): Promise<string> {
  const { mkdir, writeFile } = await import('node:fs/promises');
  const home = `${folder}/sam-home`;
  await mkdir(home, { recursive: true });
  const settings = { telemetryEnabled: false, lastVersionCheck: clock.now() / 1000 };
  await writeFile(`${home}/metadata.json`, JSON.stringify(settings));
  return home;
}
