import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { useGitHub } from './room.ts';

const room = useGitHub();
const run = promisify(execFile);
const folder = join(import.meta.dirname, '..', '..', 'src', 'github');

/** In a process of its own, as the proxy is taken from its variables. */
const script = `
  import { createGitHub } from '${join(folder, 'create.ts')}';
  import { gitHubSettings } from '${join(folder, 'settings.ts')}';
  import { realClock } from '${join(folder, '..', 'real-clock.ts')}';
  const settings = gitHubSettings(process.env, undefined, (name) => name);
  const github = await createGitHub(settings, 'test', { clock: realClock, mostWaitMs: 0 });
  console.log(await github.repositoryId());
`;

test('GitHub is reached through the proxy that the variables name, at the address they name', async () => {
  const { port } = new URL(room.api.url);
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer();
  proxy.on('connect', (request, socket: Socket) => {
    asked.push(request.url ?? '');
    const out = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      socket.pipe(out).pipe(socket);
    });
    for (const each of [socket, out]) sockets.add(each.on('error', () => each.destroy()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  try {
    const env = {
      PATH: process.env['PATH'] ?? '',
      http_proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      // No name server knows this one: only the proxy can.
      GITHUB_API_URL: 'http://github.invalid/api/v3/',
      GITHUB_REPOSITORY: 'acme/orders',
      GITHUB_TOKEN: room.api.token,
    };
    const refused = await run(process.execPath, ['--input-type=module', '-e', script], { env }).catch(
      (error: { stderr: string }) => error,
    );
    expect(asked).toEqual(['github.invalid:80']);
    // This GitHub lies at the root, so that the path of an Enterprise Server is not known to it.
    expect(refused.stderr).toContain('github-unavailable');
    expect(room.api.requests.map(({ path }) => path)).toEqual(['/api/v3/repos/acme/orders']);
    room.api.reset();
    const reached = await run(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...env, GITHUB_API_URL: 'http://github.invalid' },
    });
    expect(reached.stdout.trim()).toBe('4711');
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => proxy.close(resolve));
  }
});
