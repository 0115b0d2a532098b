/**
 * Deploys every SAM template below a folder with both engines on the local AWS and compares what they reach:
 *
 *     npm run test:corpus -- DIR [--limit N] [--only TEXT] [--json FILE]
 *
 * Nothing is built: functions are packaged as they lie there. Ends with status 1 when an engine reaches another stack
 * than the other, or only one of them succeeds.
 */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { errorText } from '../../src/errors.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { deployWith, type EngineName } from '../support/deploy-fixture.ts';
import { differences } from '../support/differences.ts';
import { provisionedSam, temporaryFolder } from '../support/sam-cli.ts';
import { snapshotStack } from '../support/stack-snapshot.ts';
import { type CorpusApplication, findApplications } from './find-applications.ts';

type Verdict = 'same' | 'different' | 'both-fail' | 'only-changeset-fails' | 'only-sam-fails';

interface Comparison {
  readonly name: string;
  readonly verdict: Verdict;
  readonly differences: readonly string[];
  /** What each engine said last, where it failed. */
  readonly problems: Readonly<Partial<Record<EngineName, string>>>;
  readonly seconds: number;
}

const ACCOUNTS: Readonly<Record<EngineName, string>> = { changeset: '111111111111', sam: '222222222222' };
const ENGINES = ['changeset', 'sam'] as const;
const REGION = 'eu-west-1';
const STACK = 'corpus';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      limit: { type: 'string', default: '50' },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
    },
  });
  const [directory] = positionals;
  if (directory === undefined) throw new Error('npm run test:corpus -- DIR [--limit N] [--only TEXT] [--json FILE]');
  const found = findApplications(resolve(directory)).filter(({ name }) => name.includes(values.only));
  const chosen = found.slice(0, Number(values.limit));
  console.log(`${found.length} SAM templates, comparing ${chosen.length}`);

  const { path } = await provisionedSam();
  await using cloud = await startCloud({ regions: [REGION] });
  const results: Comparison[] = [];
  for (const application of chosen) {
    const result = await compare(application, cloud, path);
    results.push(result);
    console.log(`${result.verdict.padEnd(22)} ${result.seconds.toFixed(0).padStart(4)} s  ${result.name}`);
    for (const line of [...result.differences.slice(0, 5), ...problemLines(result)]) console.log(`    ${line}`);
    await cloud.reset();
  }
  printTable(results);
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(results, undefined, 2)}\n`);
  process.exitCode = results.every(({ verdict }) => verdict === 'same' || verdict === 'both-fail') ? 0 : 1;
}

async function compare(application: CorpusApplication, cloud: Cloud, path: string): Promise<Comparison> {
  const begin = performance.now();
  await using temporary = await temporaryFolder();
  const problems: Partial<Record<EngineName, string>> = {};
  await Promise.all(
    ENGINES.map(async (engine) => {
      const { exitCode, output } = await deployWith(
        {
          source: application.folder,
          template: application.template,
          stackName: STACK,
          regions: [REGION],
          parameters: application.parameters,
          engine,
          build: false,
          account: ACCOUNTS[engine],
          folder: temporary.path,
          path,
        },
        cloud,
      ).catch((error: unknown) => ({ exitCode: 1, output: errorText(error) }));
      if (exitCode !== 0) problems[engine] = output;
    }),
  );
  const failed = ENGINES.filter((engine) => problems[engine] !== undefined);
  const seconds = () => (performance.now() - begin) / 1000;
  const base = { name: application.name, problems, differences: [] };
  if (failed.length === 2) return { ...base, verdict: 'both-fail', seconds: seconds() };
  if (failed[0] !== undefined) return { ...base, verdict: `only-${failed[0]}-fails`, seconds: seconds() };
  const [ours, sams] = await Promise.all(
    ENGINES.map((engine) => snapshotStack(STACK, { endpoint: cloud.url, account: ACCOUNTS[engine], region: REGION })),
  );
  const found = differences(ours, sams);
  return { ...base, verdict: found.length === 0 ? 'same' : 'different', differences: found, seconds: seconds() };
}

function problemLines({ problems }: Comparison): readonly string[] {
  return ENGINES.flatMap((engine) => {
    const all = problems[engine]?.split('\n') ?? [];
    const said = all.filter((line) => /^error:|\] failed: |Error: /.test(line));
    const lines = said.length > 0 ? said : all.filter((line) => /✖|error|refus|failed/i.test(line));
    return lines.slice(0, 2).map((line) => `${engine}: ${line.trim().slice(0, 200)}`);
  });
}

function printTable(results: readonly Comparison[]): void {
  const verdicts = ['same', 'different', 'both-fail', 'only-changeset-fails', 'only-sam-fails'] satisfies Verdict[];
  console.log('\n| verdict | templates |\n|---|--:|');
  for (const verdict of verdicts) {
    console.log(`| ${verdict} | ${results.filter((result) => result.verdict === verdict).length} |`);
  }
}

await main();
