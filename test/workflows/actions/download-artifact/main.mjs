import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const { LOCAL_ARTIFACTS: store, GITHUB_WORKSPACE: workspace } = process.env;
const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
const [id, name] = [input('artifact-ids'), input('name')];
const found = readdirSync(store).find((entry) => {
  const space = entry.indexOf(' ');
  return id ? entry.slice(0, space) === id : entry.slice(space + 1) === name;
});
if (found === undefined) throw new Error(`there is no artifact ${id || name}`);
const target = resolve(workspace, input('path') || '.');
mkdirSync(target, { recursive: true });
cpSync(join(store, found), target, { recursive: true });
