import type { Aws } from './aws/index.ts';
import type { Clock } from './clock.ts';
import type { Names } from './failover/names.ts';
import type { HttpPort } from './gates/http-port.ts';
import type { GitHub } from './github/model.ts';
import type { Connecting } from './github/reports.ts';
import type { OtherContact } from './process/contact-log.ts';
import type { Spawn } from './process/spawn.ts';
import type { Report } from './report/events.ts';

/** Who runs this and what is deployed, for change sets, leases and the summary. */
export interface RunOrigin {
  /** Unique per process; letters, digits and hyphens, starts with a letter. */
  readonly runId: string;
  /** The workflow run's URL, or `user@host, process 4711`. */
  readonly who: string;
  /** Which attempt of which GitHub run. */
  readonly attempt?: { readonly run: string; readonly number: number };
  /** Where this process can be looked for, if that can be told for certain. */
  readonly process?: { readonly machine: string; readonly id: number };
  readonly commit?: string;
  readonly tag?: string;
}

/** Everything a command may use of the outside world. Made once, in `compose.ts`. */
export interface RunContext {
  readonly cwd: string;
  /** Of this program. */
  readonly version: string;
  /** File that the process was started with, as it was named; undefined where there is none. */
  readonly program: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly report: Report;
  readonly signal: AbortSignal;
  readonly spawn: Spawn;
  /** Requests of gates to what was deployed. */
  readonly http: HttpPort;
  /** DNS: name servers and addresses, asked of whom one wants. */
  readonly names: Names;
  /** Whom `http`, `names`, `spawn` and `gitHub` contacted so far; calls of AWS are in its own ledger. */
  readonly contacted: readonly OtherContact[];
  readonly aws: Aws;
  /**
   * GitHub's API for the repository of this run.
   * @param token of the option `github-token`; default the variable GITHUB_TOKEN
   * @param more another repository than that of the run; how long it is waited for; whether also after a cancel
   * @throws UserError when there is no token or no repository
   */
  readonly gitHub: (token: string | undefined, more?: Connecting) => Promise<GitHub>;
  readonly origin: RunOrigin;
  /** True when this machine has no process of this id. */
  readonly processGone: (id: number) => boolean;
  /** Undefined when there is no such file. */
  readonly readFile: (path: string) => string | undefined;
  readonly writeFile: (path: string, text: string) => Promise<void>;
  /** Takes a value out of everything that is shown from now on. */
  readonly hide: (value: string) => void;
  /** How messages call an option: `--regions`, `input "regions"`. */
  readonly nameOption: (name: string) => string;
  /** Shows a question on a terminal; the action and `--yes` answer yes. False: nothing is done. */
  readonly confirm: (question: string) => Promise<boolean>;
  /** Asks for a text on a terminal; undefined where there is nobody to ask. */
  readonly prompt: (question: string) => Promise<string | undefined>;
}
