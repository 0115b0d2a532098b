#!/usr/bin/env node
// Stands in for GitHub's command line: `gh api` asks the local GitHub API with the job's token; releases are folders.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

const { GITHUB_API_URL: api, GH_TOKEN: token, LOCAL_RELEASES: releases, FAIL_RELEASE: broken } = process.env;
const [noun, ...rest] = process.argv.slice(2);
const fail = (text) => {
  console.error(text);
  process.exit(1);
};

if (noun === 'api') await ask(rest);
else if (noun === 'release') release(rest);
else fail(`unknown command "${noun}" for "gh"`);

async function ask(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      method: { type: 'string', default: 'GET' },
      'raw-field': { type: 'string', short: 'f', multiple: true, default: [] },
      field: { type: 'string', short: 'F', multiple: true, default: [] },
      paginate: { type: 'boolean' },
      jq: { type: 'string' },
    },
  });
  const pair = (text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)];
  const typed = values.field.map(pair).map(([name, value]) => [name, JSON.parse(value)]);
  const body = Object.fromEntries([...values['raw-field'].map(pair), ...typed]);
  const response = await fetch(`${api}/${positionals[0]}`, {
    method: values.method,
    headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
    ...(values.method !== 'GET' && { body: JSON.stringify(body) }),
  });
  const answer = await response.text();
  if (!response.ok) fail(`gh: ${answer} (HTTP ${response.status})`);
  if (values.jq === undefined) console.log(answer);
  else if (values.jq === '.[].ref') for (const { ref } of JSON.parse(answer)) console.log(ref);
  else fail(`the stand-in of gh does not know --jq '${values.jq}'`);
}

function release([verb, ...args]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      repo: { type: 'string' },
      json: { type: 'string' },
      jq: { type: 'string' },
      pattern: { type: 'string' },
      output: { type: 'string' },
      yes: { type: 'boolean' },
      'verify-tag': { type: 'boolean' },
      title: { type: 'string' },
      'notes-file': { type: 'string' },
    },
  });
  const [tag, ...files] = positionals;
  const folder = join(releases, tag);
  const draft = join(folder, '.draft');
  if (verb === 'create') {
    if (existsSync(folder)) fail(`a release with the same tag name already exists: ${tag}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, '');
    writeFileSync(join(folder, '.notes'), readFileSync(values['notes-file']));
    for (const file of files) {
      if (broken === basename(file)) fail(`HTTP 502: ${file} was not uploaded`);
      copyFileSync(file, join(folder, basename(file)));
    }
    rmSync(draft);
    return;
  }
  if (!existsSync(folder)) fail('release not found');
  if (verb === 'view' && values.json === 'isDraft') console.log(existsSync(draft));
  else if (verb === 'delete') rmSync(folder, { recursive: true });
  else if (verb === 'download') copyFileSync(join(folder, values.pattern), values.output);
  else fail(`the stand-in of gh does not know release ${verb}`);
}
