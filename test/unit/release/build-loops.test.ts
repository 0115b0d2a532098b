import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { Spawn } from '../../../src/process/spawn.ts';
import { KEY, noSam, option, useBuilds } from './build-room.ts';
import { ORIGIN } from './support.ts';

const room = useBuilds();

describe('loops over parameters', () => {
  const loop = (collection: string) =>
    [
      'Transform: AWS::LanguageExtensions',
      'Parameters: {Names: {Type: CommaDelimitedList, Default: "a,b"}}',
      'Resources:',
      '  Fn::ForEach::Workers:',
      '    - Name',
      `    - ${collection}`,
      '    - F${Name}: {Type: AWS::Serverless::Function, Properties: {CodeUri: "./${Name}"}}',
      '',
    ].join('\n');

  /** As `sam package` does: a mapping for the values that it knows. */
  const expanding: Spawn = async (command, args, options) => {
    const result = await room.fakeSam(command, args, options);
    if (args[0] !== 'package') return result;
    expect(options.env['SAM_CLI_ENABLE_LANGUAGE_EXTENSIONS']).toBe('1');
    const uri = `s3://${ORIGIN}/${KEY}`;
    const mapping = `Mappings: {SAMCodeUriWorkers: {a: {CodeUri: ${uri}}, b: {CodeUri: ${uri}}}}\n`;
    const text = await readFile(option(args, '--template-file'), 'utf8');
    const mapped = text.replace('"./${Name}"', '!FindInMap [SAMCodeUriWorkers, !Ref Name, CodeUri]');
    await writeFile(option(args, '--output-template-file'), mapping + mapped);
    return result;
  };

  test('are recorded with the values that were packaged', async () => {
    const environment = await room.environmentOf({ 'template.yaml': loop('!Ref Names') }, { Names: 'b' });
    const { release } = await room.build(environment, { build: false }, expanding);
    expect(release.stacks[0]).toMatchObject({
      artifacts: [{ key: KEY }],
      baked: [{ loop: 'Fn::ForEach::Workers', parameter: 'Names', mapping: 'SAMCodeUriWorkers', values: ['a', 'b'] }],
    });
  });

  test('refuse a value that was not packaged, with the reason and the line', async () => {
    const environment = await room.environmentOf({ 'template.yaml': loop('!Ref Names') }, { Names: 'b, c' });
    await expect(room.build(environment, { build: false }, expanding)).rejects.toMatchObject({
      code: 'parameters-baked-in',
      message: expect.stringMatching(/template-yaml@eu-west-1 sets Names to "b, c".*only for a, b.*no artifact for c/),
      location: { line: 4 },
    });
  });

  test('refuse a collection that only CloudFormation can compute', async () => {
    const environment = await room.environmentOf({ 'template.yaml': loop('!FindInMap [A, !Ref AWS::Region, B]') });
    await expect(room.build(environment, { build: false }, expanding)).rejects.toMatchObject({
      code: 'parameters-baked-in',
    });
  });

  test('inside of loops are told by their own part of the keys', async () => {
    const nested = loop('!Ref Names')
      .replace('    - F${Name}', "    - Fn::ForEach::Sizes: [Size, [s, l], {'F${Name}${Size}'")
      .replace(
        'Properties: {CodeUri: "./${Name}"}}',
        'Properties: {CodeUri: !FindInMap [SAMCodeUriX, !Join ["-", [!Ref Name, !Ref Size]], CodeUri]}}}]',
      );
    const mappings = 'Mappings: {SAMCodeUriX: {a-s: {CodeUri: "s3://v/1"}, a-l: {CodeUri: "s3://v/2"}}}\n';
    const templates = { 'template.yaml': mappings + nested };
    const { release } = await room.build(await room.environmentOf(templates, { Names: 'a' }), {}, noSam);
    expect(release.stacks[0]?.baked).toMatchObject([{ loop: 'Fn::ForEach::Workers', values: ['a-s', 'a-l'] }]);
    await expect(room.build(await room.environmentOf(templates, { Names: 'a,b' }), {}, noSam)).rejects.toMatchObject({
      code: 'parameters-baked-in',
      message: expect.stringContaining('no artifact for b'),
    });
  });

  test('over a literal list are no concern', async () => {
    const environment = await room.environmentOf({ 'template.yaml': loop('[a, b]') });
    const { release } = await room.build(environment, { build: false }, expanding);
    expect(release.stacks[0]?.baked).toEqual([]);
  });
});
