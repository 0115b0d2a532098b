import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { portOf } from '../../cloud/endpoint/server.ts';
import { configuration } from './room.ts';

/** What users reach, and a failover by a command that decides where. */
export interface Users extends AsyncDisposable {
  /** The region that answers. */
  region(): string;
  /** Configuration of an application whose failover moves these users. */
  readonly configuration: string;
}

/** @param folder outside of the repository */
export async function startUsers(folder: string, region: string): Promise<Users> {
  const file = join(folder, 'traffic');
  writeFileSync(file, region);
  // All that are active are told: the first of them answers.
  const answering = (): string => readFileSync(file, 'utf8').trim().split(',')[0] ?? '';
  const server = createServer((_, response) => response.end(JSON.stringify({ region: answering() })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    region: answering,
    configuration: `${configuration}    failover:
      mechanism: command
      command: [sh, -c, 'echo "$SMR_FAILOVER_TO" > ${file}']
      probe: { url: 'http://127.0.0.1:${portOf(server)}/', region: json:region, stable: 2s }
`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
