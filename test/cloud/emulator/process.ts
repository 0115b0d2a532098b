/** Starts and stops the emulator of AWS (one Python process for all regions and accounts) with our patches. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { provision } from '../../../scripts/provision.ts';

export interface EmulatorOptions {
  /** true: signatures, trust policies and permissions are checked by the emulator. Default false. */
  readonly auth?: boolean;
  /** Folder for its files; default a new one that `stop` removes. Must not lie in an ES module package. */
  readonly tmp?: string;
  /** Added to its (otherwise cleaned) environment, and so to that of every Lambda function it runs. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Emulator extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly pid: number;
  /** What it printed, for failure messages. */
  log(): Promise<string>;
  stop(): Promise<void>;
  /** POSTs JSON to `/_patch/<route>` (for example `timing`) and returns the JSON answer. */
  control(route: string, body: unknown): Promise<unknown>;
}

const READY_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 20_000;
/** Another process may take the free port between our look and the emulator's start. */
const START_ATTEMPTS = 3;

/** @throws Error with the end of its log when it does not become ready within three minutes. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { bin, python } = await provision('emulator');
  const tmp = options.tmp ?? (await mkdtemp(path.join(tmpdir(), 'emulator-')));
  refuseModulePackage(tmp);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(python, bin, tmp, options);
    } catch (error) {
      if (attempt === START_ATTEMPTS || !String(error).includes('already in use')) throw error;
    }
  }
}

async function start(python: string, bin: string, tmp: string, options: EmulatorOptions): Promise<Emulator> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logFile = path.join(tmp, 'emulator.log');
  const log = await open(logFile, 'a');
  // The launcher ends when its stdin closes, so it cannot outlive a killed parent.
  const child = spawn(python, [path.join(import.meta.dirname, 'launcher.py')], {
    cwd: tmp,
    env: environment(bin, tmp, port, options),
    stdio: ['pipe', log.fd, log.fd],
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await log.close();
  const readLog = async () => readFile(logFile, 'utf8').catch(() => '');
  const stop = async () => {
    await end(child, exited);
    // Functions that were running may write for a moment longer than the emulator lives.
    if (options.tmp === undefined) await rm(tmp, { recursive: true, force: true, maxRetries: 20 });
  };
  try {
    await waitUntilReady(url, child);
  } catch (error) {
    const text = await readLog();
    await end(child, exited);
    throw new Error(`The emulator did not start: ${String(error)}\n${text.slice(-4000)}`);
  }
  return {
    url,
    pid: child.pid ?? -1,
    log: readLog,
    stop,
    control: (route, body) => post(`${url}/_patch/${route}`, body),
    [Symbol.asyncDispose]: stop,
  };
}

/** Nothing of the caller's AWS, proxy or Python settings gets in; functions in Node run on this very Node. */
function environment(bin: string, tmp: string, port: number, options: EmulatorOptions): Record<string, string> {
  return {
    PATH: [path.dirname(process.execPath), bin, '/usr/local/bin', '/usr/bin', '/bin'].join(path.delimiter),
    HOME: tmp,
    LANG: 'C.UTF-8',
    TMPDIR: tmp,
    PYTHONUNBUFFERED: '1',
    AUTH: options.auth ? 'true' : 'false',
    BIND_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    MINISTACK_REGION: 'us-east-1',
    LAMBDA_EXECUTOR: 'local',
    // A call that waits for an execution environment holds one.
    MINISTACK_WORKER_THREADS: '256',
    // Would listen on every interface.
    IOT_MTLS_ENABLED: '0',
    S3_DATA_DIR: path.join(tmp, 's3'),
    LOG_LEVEL: 'WARNING',
    ...options.env,
  };
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      throw new Error(`it ended with ${child.signalCode ?? `status ${child.exitCode}`}`);
    }
    const ready = await fetch(`${url}/_ministack/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready && (await isOurs(url, child))) return;
    await sleep(25);
  }
  throw new Error(`it was not ready after ${READY_TIMEOUT_MS / 1000} s`);
}

/** Somebody else's emulator may have taken the port before ours, which then is about to end. */
async function isOurs(url: string, child: ChildProcess): Promise<boolean> {
  const { pid } = (await post(`${url}/_patch/where`, {})) as { readonly pid: number };
  return pid === child.pid;
}

async function end(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await exited;
  clearTimeout(timer);
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** The emulator's Node worker is CommonJS in TMPDIR: in an ES module package every Node function would die. */
function refuseModulePackage(folder: string): void {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const manifest = path.join(at, 'package.json');
    if (existsSync(manifest) && /"type"\s*:\s*"module"/.test(readFileSync(manifest, 'utf8'))) {
      throw new Error(`${folder} lies in an ES module package (${manifest}): Node functions would not run there.`);
    }
    if (path.dirname(at) === at) return;
  }
}
