import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { definitions } from '../../src/options/definitions.ts';
import type { OptionDefinition } from '../../src/options/model.ts';
import { findings, OURS, root } from './github-parser.ts';
import { calledBy, type Job, reusable, starters, type WorkflowFile, workflows } from './workflow-files.ts';

const all = [...workflows, ...starters];
/** Workflows that people run by hand, for what a command does once. */
const BY_HAND = new Set(['failover', 'failback', 'rollback', 'drill', 'cleanup']);
/** Options of theirs that they have no input for, with the reason. */
const NOT_IN_WORKFLOWS: Readonly<Record<string, string>> = {
  'report-folder': 'the workflow keeps the report as an artifact',
  plan: 'the checkout has the configuration, which leads to the plan',
};
const files = all.map((file) => [file.path, file] as const);
const jobs = all.flatMap((file) =>
  Object.entries(file.jobs).map(([id, job]) => [`${file.path} ${id}`, job, file] as const),
);

describe('GitHub reads', () => {
  test.each(files)('%s', async (path, { text }) => {
    expect(await findings(path, text)).toEqual([]);
  });

  test('and would say what is wrong', async () => {
    const text = starters.find(({ path }) => path.endsWith('/deploy-chain.yml'))?.text ?? '';
    expect(await findings('x.yml', text.replace('plan-role:', 'plan-rule:'))).toEqual([
      expect.stringContaining('plan-rule'),
    ]);
    const chain = workflows.find(({ path }) => path.endsWith('/deploy.yml'))?.text ?? '';
    expect(await findings('y.yml', chain.replace('plan-file:', 'plan-fila:'))).toEqual([
      expect.stringContaining('plan-fila'),
    ]);
  });
});

describe('every workflow', () => {
  test.each(files)('%s asks for nothing before a job says why', (_, { permissions }) => {
    expect(permissions).toEqual({});
  });

  test.each(jobs)('%s has a name, a time limit and permissions', (_, job) => {
    expect(job.name).toEqual(expect.any(String));
    expect(job.permissions).toEqual(expect.any(Object));
    // A job that calls a workflow cannot have a limit of its own.
    if (job.uses === undefined) expect(job['timeout-minutes']).toBeDefined();
  });

  test.each(jobs)('%s gives a reason with each permission', (_, { permissions = {} }, { text }) => {
    for (const [name, level] of Object.entries(permissions))
      expect(text).toMatch(new RegExp(`${name}: ${level} # \\w`));
  });

  test.each(files)('%s pins what others wrote by commit, with its version', (_, { text }) => {
    const uses = [...text.matchAll(/uses: (\S+)(.*)$/gm)].map(([, name = '', rest = '']) => ({ name, rest }));
    for (const { name, rest } of uses) {
      if (name.startsWith('$/') || name.startsWith(OURS)) continue;
      expect(name + rest).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test.each(files)('%s never gives the code of a stranger the rights of the base branch', (_, { text }) => {
    expect(text).not.toContain('pull_request_target');
  });

  test.each([...reusable, ...starters].map((file) => [file.path, file] as const))(
    '%s takes no secret',
    (_, { text }) => {
      expect(text).not.toMatch(/secrets[.:]/);
    },
  );

  test.each(jobs)('%s runs no text of strangers as a script', (_, { steps = [] }) => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });
});

describe('every reusable workflow', () => {
  const called = reusable.map((file) => [file.path, file] as const);
  const steps = reusable.flatMap((file) => Object.values(file.jobs).flatMap((job) => job.steps ?? []));

  test.each(called)('%s describes its inputs, and uses each of them', (_, { inputs = {}, text }) => {
    for (const [name, { description, required, default: standard }] of Object.entries(inputs)) {
      expect(description).toMatch(/\.$/);
      // An input without either is empty text: that is written out.
      expect(required === true || standard !== undefined).toBe(true);
      expect(text).toContain(`inputs.${name}`);
    }
  });

  test('runs its own action from its own commit', () => {
    const actions = steps.flatMap(({ uses }) => (uses === undefined || uses.startsWith('actions/') ? [] : [uses]));
    expect(new Set(actions)).toEqual(new Set(['$/run']));
  });

  test('gives the action only inputs that the command takes', () => {
    const options: Readonly<Record<string, OptionDefinition>> = definitions;
    for (const { uses, with: { command, ...values } = {} } of steps) {
      if (uses !== '$/run') continue;
      const refused = Object.keys(values).filter((name) => !options[name]?.commands.some((each) => each === command));
      expect([command, refused]).toEqual([command, []]);
    }
  });

  test.each(called)('%s hands each input that has the name of an option on to a command that takes it', (_, file) => {
    const options: Readonly<Record<string, OptionDefinition>> = definitions;
    const own = Object.values(file.jobs).flatMap((job) => job.steps ?? []);
    for (const name of Object.keys(file.inputs ?? {}).filter((each) => options[each] !== undefined)) {
      const handed = own.filter(
        ({ with: given = {} }) =>
          String(given[name] ?? '').includes(`inputs.${name}`) &&
          options[name]?.commands.some((each) => each === given['command']),
      );
      expect([name, handed.length > 0]).toEqual([name, true]);
    }
    // Who looks in another place than the others do would say what is not so.
    for (const { uses, with: given = {} } of own) {
      if (uses !== '$/run') continue;
      for (const name of ['config', 'environment', 'working-directory'])
        if (name in (file.inputs ?? {})) expect(given[name]).toBe(`\${{ inputs.${name} }}`);
    }
  });

  test.each(
    reusable.flatMap(({ path, text }) => {
      const verb = basename(path, '.yml');
      if (!BY_HAND.has(verb)) return [];
      return Object.entries<OptionDefinition>(definitions).flatMap(([name, { commands }]) =>
        commands.length <= 2 && commands.some((each) => each === verb) && NOT_IN_WORKFLOWS[name] === undefined
          ? [[path, name, text] as const]
          : [],
      );
    }),
  )('%s offers %s, which its command alone takes', (_, name, text) => {
    expect(text).toContain(`\${{ inputs.${name} }}`);
  });

  test.each(called.filter(([path]) => basename(path).startsWith('deploy')))(
    '%s hands what a person decides to each step that takes it',
    (_, file) => {
      const decided = ['override-alarms', 'supersede', 'allow-older', 'accept-data-loss'];
      expect(decided.filter((name) => file.inputs?.[name] === undefined)).toEqual([]);
      const own = Object.entries(file.jobs).flatMap(([id, { steps: mine = [] }]) =>
        mine.flatMap(({ with: given = {} }) =>
          decided.flatMap((name) =>
            given[name] === `\${{ inputs.${name} }}` ? [`${id} ${String(given['command'])} ${name}`] : [],
          ),
        ),
      );
      expect(own.sort()).toEqual([
        'primary deploy accept-data-loss',
        'primary deploy allow-older',
        'primary deploy override-alarms',
        'primary deploy supersede',
        'primary rollback accept-data-loss',
        // The second group goes on with the rollout that the first one has opened: it takes nobody's place.
        'secondary deploy accept-data-loss',
        'secondary deploy override-alarms',
        'secondary rollback accept-data-loss',
      ]);
    },
  );

  test.each(called)('%s leaves runner, folder and what is built to its caller', (_, { inputs = {}, jobs: own }) => {
    for (const name of ['config', 'working-directory', 'runs-on', 'timeout-minutes'])
      expect(inputs).toHaveProperty(name);
    for (const { 'runs-on': runner } of Object.values(own)) {
      expect(runner).toBe("${{ startsWith(inputs.runs-on, '[') && fromJSON(inputs.runs-on) || inputs.runs-on }}");
    }
    const builds = Object.values(own).some(({ steps: mine = [] }) =>
      mine.some(({ with: { command } = {} }) => command === 'plan' || command === 'preview'),
    );
    expect(['artifact', 'sam-version'].filter((name) => name in inputs)).toEqual(
      builds ? ['artifact', 'sam-version'] : [],
    );
  });

  test.each(called.filter(([, { inputs = {} }]) => 'artifact' in inputs))(
    '%s builds nothing where the caller brings what is built',
    (_, { jobs: own }) => {
      const building = Object.values(own).filter(({ steps: mine = [] }) =>
        mine.some(({ with: { build } = {} }) => build === "${{ inputs.artifact != '' && 'never' || 'auto' }}"),
      );
      expect(building).toHaveLength(1);
      const [job] = building;
      const taken = job?.steps?.find(({ with: { name } = {} }) => name === '${{ inputs.artifact }}');
      expect(taken?.with?.['path']).toBe('${{ inputs.working-directory }}/.aws-sam/build');
      const installs = job?.steps?.filter(({ run }) => run?.includes('aws-sam-cli==$SAM_VERSION'));
      expect(installs).toHaveLength(1);
    },
  );

  test('installs the SAM CLI with the same words everywhere', () => {
    const texts = steps.flatMap(({ run }) => (run?.includes('aws-sam-cli') ? [run] : []));
    expect([new Set(texts).size, texts.length]).toEqual([1, 5]);
  });

  test.each(called)(
    '%s keeps runs of one application and environment in order, and holds up nobody else',
    (_, file) => {
      const { concurrency, inputs = {} } = file;
      for (const name of ['working-directory', 'config', 'environment']) {
        if (name in inputs) expect(concurrency?.group).toContain(`\${{ inputs.${name} }}`);
      }
      // What changes something is never cut off.
      if (!/\/plan(-with-comment)?\.yml$/.test(file.path)) expect(concurrency?.['cancel-in-progress']).toBe(false);
    },
  );

  test('has a group that no other workflow has', () => {
    const words = reusable.map(({ concurrency, path }) =>
      path.includes('-with-') ? '' : concurrency?.group.split('${{')[0],
    );
    const named = words.filter((word) => word !== '');
    expect(new Set(named).size).toBe(named.length);
  });

  test.each(called)('%s keeps nothing under a name that another call of the same run has', (_, { jobs: own }) => {
    for (const { uses, with: given = {} } of Object.values(own).flatMap(({ steps: mine = [] }) => mine)) {
      if (!uses?.startsWith('actions/upload-artifact@')) continue;
      expect(given['name']).toMatch(/ \$\{\{ \S+\.outputs\.application \}\} \$\{\{ inputs\.environment \}\}/);
      expect(given['overwrite'] === true || String(given['name']).includes('github.run_attempt')).toBe(true);
    }
  });

  test('deploys all regions in one job: a matrix loses all outputs but one', () => {
    for (const { jobs: own } of reusable)
      for (const { strategy } of Object.values(own)) expect(strategy).toBeUndefined();
  });

  test('has the same defaults as the others', () => {
    for (const name of ['environment', 'config', 'working-directory', 'runs-on']) {
      const said = reusable.flatMap(({ inputs = {} }) =>
        inputs[name] === undefined ? [] : [JSON.stringify(inputs[name].default ?? null)],
      );
      expect(new Set(said).size).toBeLessThanOrEqual(1);
    }
  });
});

describe('every caller', () => {
  const callers = all.flatMap((file) =>
    Object.entries(file.jobs).flatMap(([id, job]) => {
      const target = calledBy(job);
      return target === undefined ? [] : [[`${file.path} ${id}`, job, target] as const];
    }),
  );

  test('is there', () => expect(callers.length).toBeGreaterThan(2));

  test.each([
    ['deploy.yml', { contents: 'read', 'id-token': 'write', actions: 'read' }],
    ['plan.yml', { contents: 'read', 'id-token': 'write' }],
  ])('of %s grants no right to write on GitHub: what needs one is a workflow of its own', (name, granted) => {
    const plain = reusable.find(({ path }) => basename(path) === name);
    expect(plain && asked(plain)).toEqual(granted);
  });

  test.each(callers)('%s grants what the jobs of the called workflow ask for, and no more', (_, job, target) => {
    expect(job.permissions).toEqual(asked(target));
  });
});

describe('every starter workflow', () => {
  const folder = join(root, 'test/workflows');
  const scenarios = readdirSync(folder).filter((name) => name.endsWith('.scenario.ts'));
  const runs = scenarios.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');

  test.each(starters.map(({ path }) => [basename(path)]))('%s is run by a scenario', (name) => {
    expect(runs).toMatch(new RegExp(`(run\\(|workflow: )'${name.replace('.', '\\.')}'`));
  });

  test.each(reusable.map(({ path }) => [basename(path)]))(
    '%s is called by a starter that is run, or by a scenario',
    (name) => {
      const used = starters.some(({ text }) => text.includes(`/workflows/${name}@v1`));
      expect(used || runs.includes(`/${name}@`)).toBe(true);
    },
  );

  test.each(starters.map((file) => [file.path, file] as const))('%s can be offered by an organisation', (path) => {
    const file = join(root, path.replace(/\.yml$/, '.properties.json'));
    expect(existsSync(file)).toBe(true);
    const properties = JSON.parse(readFileSync(file, 'utf8'));
    expect(properties).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    for (const pattern of properties.filePatterns) expect(() => new RegExp(pattern)).not.toThrow();
  });
});

/** The highest level of each permission over all jobs. */
function asked({ jobs: called }: WorkflowFile): Readonly<Record<string, string>> {
  const permissions: Record<string, string> = {};
  for (const job of Object.values<Job>(called)) {
    for (const [name, level] of Object.entries(job.permissions ?? {})) {
      if (permissions[name] !== 'write') permissions[name] = level;
    }
  }
  return permissions;
}
