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
  /** The commit to release. */
  readonly commit: string;
  /** Of the repository on GitHub, by name, with their commits. */
  readonly tags: ReadonlyMap<string, string>;
}

/** The part of the changelog about one version; undefined where there is none. */
export function notesOf(changelog: string, version: string): string | undefined {
  const parts = changelog.split(/^## /m);
  const part = parts.find((text) => text.split(/\s/)[0] === version);
  return part?.slice(part.indexOf('\n') + 1).trim() || undefined;
}

/** Every reason against the release, a sentence each. */
export function releaseProblems({ version, declared, changelog, commit, tags }: ReleaseFacts): readonly string[] {
  const problems: string[] = [];
  if (!/^\d+\.\d+\.\d+$/.test(version)) problems.push(`"${version}" is no version: write it as 1.2.3`);
  const others = declared.filter((each) => each !== version);
  if (others.length > 0)
    problems.push(`package.json and src/version.ts say ${others.join(', ')}: change both to ${version}`);
  if (notesOf(changelog, version) === undefined)
    problems.push(`CHANGELOG.md has no "## ${version}" with a text: say there what users see`);
  // A tag of this very commit is left by an attempt that failed later: it is gone on with.
  const released = tags.get(`v${version}`);
  if (released !== undefined && released !== commit)
    problems.push(`v${version} is released already, from ${released}: a release never changes`);
  return problems;
}

/** What `git ls-remote --tags --refs` prints, as commits by tag. */
export function tagsOf(printed: string): ReleaseFacts['tags'] {
  return new Map(
    [...printed.matchAll(/^(\S+)\s+refs\/tags\/(\S+)$/gm)].map(([, commit = '', tag = '']) => [tag, commit]),
  );
}

if (import.meta.main) {
  const [version = '', notesFile = 'notes.md'] = process.argv.slice(2);
  const root = join(import.meta.dirname, '..');
  const read = (name: string): string => readFileSync(join(root, name), 'utf8');
  const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const facts: ReleaseFacts = {
    version,
    declared: [(JSON.parse(read('package.json')) as { readonly version: string }).version, ofSources],
    changelog: read('CHANGELOG.md'),
    commit: git('rev-parse', 'HEAD'),
    tags: tagsOf(git('ls-remote', '--tags', '--refs', 'origin')),
  };
  const problems = releaseProblems(facts);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else writeFileSync(notesFile, `${notesOf(facts.changelog, version)}\n`);
}
