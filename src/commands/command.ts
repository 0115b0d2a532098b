import type { RunContext } from '../context.ts';
import type { Options } from '../options/values.ts';
import type { RunResult } from '../report/run-result.ts';

/** A verb: options in, events on the way, one result. Throws UserError for what has to be changed first. */
export type Command = (options: Options, context: RunContext) => Promise<RunResult>;
