/**
 * Says why a version cannot be released from these sources, or writes what changed in it.
 *
 *     node scripts/check-release.ts VERSION NOTES-FILE
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version as ofSources } from '../src/version.ts';

/** What a release is checked against. */
export interface ReleaseFacts {
  /** Asked for. */
  readonly version: string;
  /** Of `package.json` and of `src/version.ts`. */
  readonly declared: readonly string[];
  readonly changelog: string;
  readonly tags: readonly string[];
}

/** The part of the changelog about one version; undefined where there is none. */
export function notesOf(changelog: string, version: string): string | undefined {
  const parts = changelog.split(/^## /m);
  const part = parts.find((text) => text.split(/\s/)[0] === version);
  return part?.slice(part.indexOf('\n') + 1).trim() || undefined;
}

/** Every reason against the release, a sentence each. */
export function releaseProblems({ version, declared, changelog, tags }: ReleaseFacts): readonly string[] {
  const problems: string[] = [];
  if (!/^\d+\.\d+\.\d+$/.test(version)) problems.push(`"${version}" is no version: write it as 1.2.3`);
  const others = declared.filter((each) => each !== version);
  if (others.length > 0)
    problems.push(`package.json and src/version.ts say ${others.join(', ')}: change both to ${version}`);
  if (notesOf(changelog, version) === undefined)
    problems.push(`CHANGELOG.md has no "## ${version}" with a text: say there what users see`);
  if (tags.includes(`v${version}`)) problems.push(`v${version} is released already: a release never changes`);
  return problems;
}

if (import.meta.main) {
  const [version = '', notesFile = 'notes.md'] = process.argv.slice(2);
  const root = join(import.meta.dirname, '..');
  const read = (name: string): string => readFileSync(join(root, name), 'utf8');
  const tags = execFileSync('git', ['ls-remote', '--tags', '--refs', 'origin'], { cwd: root, encoding: 'utf8' });
  const facts: ReleaseFacts = {
    version,
    declared: [(JSON.parse(read('package.json')) as { readonly version: string }).version, ofSources],
    changelog: read('CHANGELOG.md'),
    tags: tags.split('\n').map((line) => line.replace(/^.*refs\/tags\//, '')),
  };
  const problems = releaseProblems(facts);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else writeFileSync(notesFile, `${notesOf(facts.changelog, version)}\n`);
}
