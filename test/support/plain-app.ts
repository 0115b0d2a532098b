import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cloud } from '../cloud/index.ts';

/** A template without local artifacts: it needs no `sam`, and the emulator has it ready at once. */
export const plainTemplate = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Mark: { Type: String, Default: first }
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties: { DisplayName: !Ref Mark }
Outputs:
  Topic: { Value: !Ref Topic }
`;

export interface PlainApp extends Disposable {
  readonly folder: string;
  write(name: string, text: string): void;
}

/** A folder that holds `template.yaml` alone. */
export function plainApp(template = plainTemplate): PlainApp {
  const folder = mkdtempSync(join(tmpdir(), 'plain-'));
  writeFileSync(join(folder, 'template.yaml'), template);
  return {
    folder,
    write: (name, text) => writeFileSync(join(folder, name), text),
    // What a killed run had started may write for a moment longer.
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, maxRetries: 20 }),
  };
}

/** Arguments of a deployment without a configuration file. */
export function deployArgs(regions: readonly string[], stackName: string, ...more: readonly string[]): string[] {
  return ['deploy', '--yes', '--regions', regions.join(','), '--stack-name', stackName, ...more];
}

const WRITES = /^(Create|Execute|Put|Delete|Update|Copy|Upload|Complete|Set|Signal|Continue|Cancel|Rollback)/;

/** `region action` of every call that changes something in AWS. */
export function writes(cloud: Cloud): readonly string[] {
  return cloud.calls.filter(({ action }) => WRITES.test(action)).map(({ region, action }) => `${region} ${action}`);
}

/** `region action` of every call that changes a stack or prepares that. */
export function stackWrites(cloud: Cloud): readonly string[] {
  return cloud.calls
    .filter(({ service, action }) => service === 'cloudformation' && WRITES.test(action))
    .map(({ region, action }) => `${region} ${action}`);
}

/** Regions of the executed change sets, in order. */
export function executed(cloud: Cloud): readonly string[] {
  return cloud.calls.filter(({ action }) => action === 'ExecuteChangeSet').map(({ region }) => region);
}
