import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { tarOf } from '../../../src/process/tar.ts';

const files = [
  { name: 'dist/empty.js', bytes: Buffer.alloc(0) },
  { name: 'dist/block.js', bytes: Buffer.alloc(512, 'b') },
  { name: 'dist/index.js', bytes: Buffer.from('äöü\n'.repeat(400)) },
];

test('is what tar unpacks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tar-'));
  try {
    writeFileSync(join(folder, 'a.tar'), tarOf(files));
    execFileSync('tar', ['xf', 'a.tar'], { cwd: folder });
    for (const { name, bytes } of files) expect(readFileSync(join(folder, name))).toEqual(bytes);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('is the same for the same files, and refuses names that do not fit', () => {
  expect(tarOf(files)).toEqual(tarOf(files));
  expect(() => tarOf([{ name: 'n'.repeat(101), bytes: Buffer.alloc(0) }])).toThrow('too long');
});
