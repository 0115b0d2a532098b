/**
 * Writes `release.json` beside the bundle of the package: the commit that workflows written by `init` are pinned to.
 * The bundle cannot hold it, since it is a part of that commit.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
const { GITHUB_SHA: given } = process.env;
const commit = given || execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
if (!/^[0-9a-f]{40}$/.test(commit)) throw new Error(`"${commit}" is no commit`);
writeFileSync(join(root, 'release.json'), `${JSON.stringify({ version, commit })}\n`);
