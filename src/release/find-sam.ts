import { UserError } from '../errors.ts';
import type { Spawn } from '../process/spawn.ts';
import { OLDEST_SAM, type SamCli } from './sam-cli.ts';

export interface FindSamRequest {
  /** Option `sam`: a path, or a name on the PATH. */
  readonly samPath?: string;
  readonly cwd: string;
  /** Environment of the child; its PATH is searched. */
  readonly env: Readonly<Record<string, string>>;
  /** Version that is needed, and for what; {@link OLDEST_SAM} unless given. */
  readonly needs?: { readonly version: string; readonly what: string; readonly fix: string };
}

/**
 * Finds `sam` and its version. The version is read from where it is installed: starting it only to ask takes as long as
 * packaging does. Where that does not tell, `sam --version` does.
 *
 * @throws UserError `sam-missing`, `sam-too-old`
 */
export async function findSam(request: FindSamRequest, spawn: Spawn): Promise<SamCli> {
  const wanted = request.samPath ?? 'sam';
  const command = await locate(wanted, request);
  if (command === undefined) throw missing(wanted, request);
  const version = (await installedVersion(command)) ?? (await askVersion(command, request, spawn));
  if (version === undefined) throw missing(wanted, request, `${command} does not tell its version`);
  const oldest = request.needs?.version ?? OLDEST_SAM;
  if (compareVersions(version, oldest) < 0) {
    const what = request.needs === undefined ? '' : ` for ${request.needs.what}`;
    throw new UserError('sam-too-old', `${command} is AWS SAM CLI ${version}; ${oldest} or later is needed${what}.`, {
      fix: [
        onGitHub(request)
          ? `Set "sam-version" of the reusable workflow to ${oldest} or later; in a job of your own, put the step aws-actions/setup-sam before this one.`
          : 'Update it: pip install --upgrade aws-sam-cli.',
        ...(request.needs === undefined ? [] : [request.needs.fix]),
      ],
    });
  }
  return { command, version };
}

async function locate(wanted: string, { cwd, env }: FindSamRequest): Promise<string | undefined> {
  const [{ access, constants }, { delimiter, isAbsolute, join, resolve }] = await Promise.all([
    import('node:fs/promises'),
    import('node:path'),
  ]);
  const names = process.platform === 'win32' && !/\.\w+$/.test(wanted) ? [`${wanted}.cmd`, `${wanted}.exe`] : [wanted];
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = /[\\/]/.test(wanted)
    ? [isAbsolute(wanted) ? wanted : resolve(cwd, wanted)]
    : folders.flatMap((folder) => names.map((name) => join(folder, name)));
  for (const candidate of candidates) {
    try {
      await access(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Look further.
    }
  }
  return undefined;
}

/** From the folder of the Python package, or of the installer (`…/aws-sam-cli/…/1.170.0/bin/sam`). */
async function installedVersion(command: string): Promise<string | undefined> {
  const [{ open, readdir, realpath }, { dirname, join }] = await Promise.all([
    import('node:fs/promises'),
    import('node:path'),
  ]);
  try {
    const real = await realpath(command);
    const versioned = /[\\/]aws-sam-cli[\\/].*?(\d+\.\d+\.\d+)[\\/]/.exec(real)?.[1];
    if (versioned !== undefined) return versioned;
    await using file = await open(real);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    const python = /^#!\s*(\S+python[\d.]*)\s/.exec(buffer.toString('latin1', 0, bytesRead))?.[1];
    if (python === undefined) return undefined;
    const lib = join(dirname(dirname(python)), 'lib');
    for (const version of (await readdir(lib)).filter((name) => name.startsWith('python3'))) {
      const packages = await readdir(join(lib, version, 'site-packages')).catch(() => []);
      for (const name of packages) {
        const found = /^aws_sam_cli-(\d+\.\d+\.\d+)\S*\.dist-info$/.exec(name)?.[1];
        if (found !== undefined) return found;
      }
    }
  } catch {
    // Installed in another way.
  }
  return undefined;
}

async function askVersion(command: string, request: FindSamRequest, spawn: Spawn): Promise<string | undefined> {
  const { tail } = await spawn(command, ['--version'], { cwd: request.cwd, env: request.env, tailLines: 20 });
  return /version,? (\d+\.\d+\.\d+)/i.exec(tail.join('\n'))?.[1];
}

export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The reusable workflows install the version that their caller names. */
function onGitHub({ env }: FindSamRequest): boolean {
  return env['GITHUB_ACTIONS'] === 'true';
}

function missing(wanted: string, request: FindSamRequest, why = 'it is not on the PATH'): UserError {
  return new UserError('sam-missing', `The AWS SAM CLI ("${wanted}") cannot be used: ${why}.`, {
    fix: [
      onGitHub(request)
        ? 'Set "sam-version" of the reusable workflow; in a job of your own, put the step aws-actions/setup-sam before this one.'
        : 'Install it: pip install aws-sam-cli.',
      'A template that is packaged already (its artifacts are s3:// locations) needs no SAM CLI.',
    ],
  });
}
