import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { root } from './github-parser.ts';

export interface Job {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number | string;
  readonly 'runs-on'?: string;
  readonly strategy?: unknown;
  readonly steps?: readonly Step[];
}

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Input {
  readonly description?: string;
  readonly type: string;
  readonly required?: boolean;
  readonly default?: unknown;
}

export interface WorkflowFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly jobs: Readonly<Record<string, Job>>;
  readonly permissions?: unknown;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean; readonly queue?: string };
  /** Inputs of a reusable workflow; absent: it cannot be called. */
  readonly inputs?: Readonly<Record<string, Input>>;
}

function readFolder(folder: string): readonly WorkflowFile[] {
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.yml'))
    .map((file) => {
      const path = join(folder, file);
      const text = readFileSync(join(root, path), 'utf8');
      const { jobs, permissions, concurrency, on } = parse(text);
      const inputs = on?.workflow_call === undefined ? undefined : (on.workflow_call?.inputs ?? {});
      return { path, text, jobs, permissions, concurrency, ...(inputs !== undefined && { inputs }) };
    });
}

/** Our own workflows, those that others call among them. */
export const workflows = readFolder('.github/workflows');
export const reusable = workflows.filter(({ inputs }) => inputs !== undefined);
export const starters = readFolder('workflows-templates');

/** The reusable workflow of this repository that a job calls; undefined: none. */
export function calledBy({ uses }: Job): WorkflowFile | undefined {
  const [, file] = /\/\.github\/workflows\/([\w-]+\.yml)(?:@|$)/.exec(uses ?? '') ?? [];
  return file === undefined ? undefined : reusable.find(({ path }) => basename(path) === file);
}
