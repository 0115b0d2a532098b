import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In place of the AWS CLI, which is no part of this project: `aws s3 cp s3://BUCKET/KEY FILE --region REGION`. */
const AWS = `#!${process.execPath}
import { GetObjectCommand, S3Client } from '${import.meta.resolve('@aws-sdk/client-s3')}';
import { writeFileSync } from 'node:fs';
const line = process.argv.slice(2).join(' ');
const [, Bucket, Key, file, region] = /^s3 cp s3:[/][/]([^/]+)[/](\\S+) (\\S+) --region (\\S+)$/.exec(line) ?? [];
if (Bucket === undefined) throw new Error('aws ' + line);
const { Body } = await new S3Client({ region, forcePathStyle: true }).send(new GetObjectCommand({ Bucket, Key }));
const bytes = await Body.transformToByteArray();
if (file === '-') process.stdout.write(bytes);
else writeFileSync(file, bytes);
`;

/** An empty folder, and a PATH that has nothing but Node, tar and the AWS CLI: no git, no npm, no sam, no Python. */
export interface Night extends Disposable {
  readonly folder: string;
  /** Runs lines as a shell does, and ends at the first that fails. */
  run(
    lines: readonly string[],
  ): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }>;
}

export function openNight(env: Readonly<Record<string, string>>): Night {
  const place = mkdtempSync(join(tmpdir(), 'night-'));
  const [folder, PATH] = [join(place, 'empty'), join(place, 'bin')];
  for (const made of [folder, PATH]) mkdirSync(made);
  symlinkSync(process.execPath, join(PATH, 'node'));
  for (const name of ['tar', 'gzip']) {
    symlinkSync(execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim(), join(PATH, name));
  }
  writeFileSync(join(PATH, 'aws'), AWS, { mode: 0o755 });
  return {
    folder,
    run: (lines) =>
      new Promise((resolve) => {
        const options = { cwd: folder, env: { ...env, PATH }, maxBuffer: 1 << 24 };
        const child = execFile('/bin/sh', ['-ec', lines.join('\n')], options, (_, stdout, stderr) =>
          resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
        );
      }),
    [Symbol.dispose]: () => rmSync(place, { recursive: true, maxRetries: 20 }),
  };
}

/**
 * Lines of the code blocks of a page, without comments: those below a heading, or all. What sets credentials is left out:
 * the test has them.
 * @param names what stands in capitals in them, in this order
 */
export function linesOf(
  page: string,
  heading?: string,
  names: Readonly<Record<string, string>> = {},
): readonly string[] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  const part = heading === undefined ? text : (text.split(`## ${heading}\n`)[1] ?? '').split('\n## ')[0];
  const blocks = [...(part ?? '').matchAll(/^ *```\n([^`]*)^ *```$/gm)].flatMap(([, block = '']) => block.split('\n'));
  const lines = blocks.map((line) => line.replace(/ +#.*/, '').trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('export'))
    .map((line) => Object.entries(names).reduce((filled, [name, value]) => filled.replaceAll(name, value), line));
}
