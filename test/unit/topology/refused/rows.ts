import { expect, test } from '@jest/globals';
import { errorsOf, type Files, load } from '../helpers.ts';

/** What is wrong, the configuration, and what must be said where: code, line:column (of multi-region.yml unless a file is named), part of the sentence, part of the fix. */
export interface Row {
  readonly name: string;
  readonly config: string;
  readonly files?: Files;
  readonly environment?: string;
  readonly error: readonly [code: string, at: string, message: string, fix?: string];
}

/** A configuration with one environment, `prod`; its body starts in line 4. */
export const environment = (body: string) =>
  `application: shop\nenvironments:\n  prod:\n${body.trimEnd().replaceAll(/^/gm, '    ')}\n`;

export const targets = 'targets: [eu-west-1, eu-central-1]\n';
export const account = '{ account: "111111111111" }';

/** A configuration of these stacks, which start in line 2. */
export const stacks = (body: string) => `stacks:\n${body.replaceAll(/^/gm, '  ')}\n${environment(targets)}`;
export const data = 'data: { template: data.yaml, scope: home }\n';

export function refuses(rows: readonly Row[]): void {
  test.each(rows)('$name', async ({ config, files, environment: name, error }) => {
    const errors = await errorsOf(load(config, { ...(name && { environment: name }) }, files));
    const [code, at, message, fix] = error;
    const [file, place] = at.includes(' ') ? at.split(' ') : ['multi-region.yml', at];
    const found = errors.find((candidate) => candidate.code === code && candidate.message.includes(message));
    // Shows all of them when the expected one is not there.
    expect(found ?? errors.map((other) => [other.code, other.message, other.location])).toBe(found);
    const { line, column } = found?.location ?? {};
    if (place) expect([line, column].filter((part) => part !== undefined).join(':')).toBe(place);
    if (found?.location) expect(found.location.file).toBe(file);
    if (fix) expect(found?.fix.join(' ')).toContain(fix);
  });
}
