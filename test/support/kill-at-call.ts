import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { portOf } from '../cloud/endpoint/server.ts';
import { namesActionInBody, type Target, targetOf } from '../cloud/endpoint/target.ts';
import { readAll } from '../cloud/endpoint/upstream.ts';
import type { Cloud } from '../cloud/index.ts';
import type { ProductRun, RunOptions } from './run-product.ts';

/** One call of a run, with a name that it has in every run of the same kind. */
export interface NamedCall {
  /** `eu-west-1 PutObject sam-multi-region/leases/app/default.json`; generated parts are left out. */
  readonly kind: string;
  /** Counts the calls of this kind from 1. */
  readonly count: number;
}

/** Where a run is killed: the call never reaches AWS (`before`), or AWS has done it and the answer is lost (`after`). */
export interface KillPoint extends NamedCall {
  readonly when: 'before' | 'after';
}

export interface WatchedRun extends ProductRun {
  /** What the run asked of AWS, in the order in which it arrived. */
  readonly calls: readonly NamedCall[];
  /** False: the run was over before it came to the kill point. */
  readonly killed: boolean;
}

/** Actions that change something in AWS. */
const WRITE =
  /^(Create|Execute|Put|Delete|Update|Copy|Upload|Complete|Abort|Set|Signal|Continue|Cancel|Rollback|Change|Tag|Untag|Publish)/;

export function isWrite({ kind }: NamedCall): boolean {
  return WRITE.test(kind.split(' ')[1] ?? '');
}

/** Every call of a run, to be killed before and after it. */
export function killPoints(calls: readonly NamedCall[]): readonly KillPoint[] {
  return calls.flatMap((call) => (['before', 'after'] as const).map((when) => ({ ...call, when })));
}

/**
 * Each call once that every region sees alike: the last of them, when there is something done already. Calls of one
 * kind in one region stay apart by their count.
 */
export function lastOfEachKind(calls: readonly NamedCall[]): readonly NamedCall[] {
  const last = new Map<string, NamedCall>();
  for (const call of calls) {
    const [region = '', ...rest] = call.kind.split(' ');
    last.set(`${rest.join(' ').replaceAll(region, '')} ${call.count}`, call);
  }
  return [...last.values()];
}

/**
 * Runs the product through a door of its own to the local AWS, which names every call and, at the kill point, ends the
 * process with SIGKILL. Comes back when everything that was on its way to AWS has been done there, so that a next run
 * meets what a killed one leaves.
 */
export async function runWatched(
  cloud: Pick<Cloud, 'url'>,
  run: (options: RunOptions) => Promise<ProductRun>,
  options: RunOptions,
  point?: KillPoint,
): Promise<WatchedRun> {
  const calls: NamedCall[] = [];
  const counts = new Map<string, number>();
  const pending = new Set<Promise<void>>();
  let kill = (): void => {};
  let killed = false;
  const end = (): void => {
    killed = true;
    kill();
  };

  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = await readAll(req);
    const kind = kindOf(targetOf(req, namesActionInBody(req) ? body : undefined), body);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    calls.push({ kind, count });
    const due = !killed && point?.kind === kind && point.count === count;
    if (due && point.when === 'before') {
      end();
      res.destroy();
      return;
    }
    const answer = await pass(cloud.url, req, body);
    if (due) {
      end();
      res.destroy();
      return;
    }
    res.writeHead(answer.status, answer.headers);
    res.end(answer.body);
  };
  const server = createServer({ keepAliveTimeout: 65_000 }, (req, res) => {
    const work = handle(req, res).catch(() => void res.destroy());
    pending.add(work);
    void work.finally(() => pending.delete(work));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const ended = await run({
      ...options,
      env: { ...options.env, AWS_ENDPOINT_URL: `http://127.0.0.1:${portOf(server)}` },
      onStart: (child) => {
        kill = () => child.kill('SIGKILL');
        options.onStart?.(child);
      },
    });
    await Promise.all(pending);
    return { ...ended, calls, killed };
  } finally {
    await close(server);
  }
}

/** What AWS is asked for, without what differs from run to run: hashes, ids of runs, change sets and stacks. */
function kindOf({ region, action, s3 }: Target, body: Buffer): string {
  const stack = new URLSearchParams(body.toString('latin1', 0, 65_536)).get('StackName') ?? '';
  const subject = s3 === undefined ? stack.replace(/^arn:.*:stack\/([^/]+)\/.*$/, '$1') : s3.key;
  return `${region} ${action} ${subject.replace(/[0-9a-f]{16,}/g, '<hash>').replace(/\b\d{8,}\b/g, '<time>')}`.trim();
}

interface Passed {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

function pass(url: string, req: IncomingMessage, body: Buffer): Promise<Passed> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const { 'transfer-encoding': _, expect: __, connection: ___, ...headers } = req.headers;
    const out = request(
      { hostname, port, method: req.method, path: req.url, headers: { ...headers, 'content-length': body.length } },
      (answer) => {
        readAll(answer).then((text) => {
          const { 'transfer-encoding': _, connection: __, ...kept } = answer.headers;
          // An answer to HEAD tells the length of what it leaves out.
          const length = req.method === 'HEAD' ? {} : { 'content-length': String(text.length) };
          resolve({ status: answer.statusCode ?? 502, headers: { ...kept, ...length }, body: text });
        }, reject);
      },
    );
    out.on('error', reject);
    out.end(body);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
