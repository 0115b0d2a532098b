import { describe, expect, test } from '@jest/globals';
import { spawnProcess } from '../../../src/process/spawn.ts';

const here = { cwd: process.cwd(), env: { PATH: process.env['PATH'] ?? '' } };
const node = process.execPath;

describe('running a program', () => {
  test('arguments arrive as they are, without a shell in between', async () => {
    const values = ['a b', '"quoted"', "it's", '$HOME', '*', 'x=1,y=2', 'two\nlines', 'ü'];
    const lines: string[] = [];
    const result = await spawnProcess(
      node,
      ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...values],
      { ...here, onLine: (line) => lines.push(line) },
    );
    expect(result.exitCode).toBe(0);
    expect(JSON.parse(lines.join(''))).toEqual(values);
  });

  test('the child gets the given environment and nothing else', async () => {
    const result = await spawnProcess(node, ['-e', 'console.log(Object.keys(process.env).sort().join())'], {
      cwd: here.cwd,
      env: { ONLY: '1' },
    });
    expect(result.tail).toEqual(['ONLY']);
  });

  test('a failing exit code is a result that keeps the last lines', async () => {
    const result = await spawnProcess(
      node,
      ['-e', 'for (let i = 0; i < 50; i++) console.error("line " + i); process.exitCode = 3'],
      { ...here, tailLines: 2 },
    );
    expect(result).toEqual({ exitCode: 3, tail: ['line 48', 'line 49'], aborted: false });
  });

  test('a program that is not there is named', async () => {
    await expect(spawnProcess('no-such-program-here', [], here)).rejects.toMatchObject({ code: 'command-not-found' });
  });

  test('aborting ends the child and what it started, even when both ignore SIGTERM', async () => {
    const stubborn = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)';
    const parent = `const c = require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(stubborn)}], {stdio: "inherit"}); c.on("spawn", () => console.log(c.pid)); ${stubborn}`;
    const stop = new AbortController();
    // The streams close only when the grandchild is gone too: this ends because it is.
    const result = await spawnProcess(node, ['-e', parent], {
      ...here,
      signal: stop.signal,
      killAfterMs: 50,
      onLine: () => stop.abort(),
    });
    expect(result.aborted).toBe(true);
    expect(result.exitCode).toBeGreaterThan(128);
  });

  test('nothing is started when the signal was aborted before', async () => {
    const result = await spawnProcess('no-such-program-here', [], { ...here, signal: AbortSignal.abort() });
    expect(result).toMatchObject({ aborted: true, tail: [] });
  });
});
