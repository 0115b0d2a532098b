import { describe, expect, test } from '@jest/globals';
import { findingPaths, transformFindings, validateFindings } from '../../../src/template/sam-findings.ts';

const transform =
  'Transform AWS::Serverless-2016-10-31 failed with: Invalid Serverless Application Specification document.';

describe('what the transform says', () => {
  test('is taken apart by resource', () => {
    const reason = `${transform} Number of errors found: 2. Resource with id [Api] is invalid. 'StageName' is required. Resource with id [Work] is invalid. Event with id [Tick] is invalid. Invalid Event Type.`;
    expect(transformFindings(reason)).toEqual([
      { id: 'Api', sentence: "'StageName' is required." },
      { id: 'Work', sentence: 'Event with id [Tick] is invalid. Invalid Event Type.' },
    ]);
  });

  test('may be about the template as a whole', () => {
    const reason = `${transform} Number of errors found: 1. 'Globals' section is invalid. 'Nope' is not supported.`;
    expect(transformFindings(reason)).toEqual([{ sentence: "'Globals' section is invalid. 'Nope' is not supported." }]);
  });

  test.each(['Transform X failed with: Rate exceeded', "The submitted information didn't contain changes.", ''])(
    'is not read into %j',
    (reason) => expect(transformFindings(reason)).toBeUndefined(),
  );
});

describe('what sam validate prints', () => {
  const head = "Template provided at '/app/template.yaml' was invalid SAM Template.\nError: ";

  test('is taken apart by resource, whatever quotes Python chose', () => {
    const text = `${head}[InvalidResourceException('F', "Missing required property 'Path'."), InvalidResourceException('G', 'It\\'s "wrong".')] ('F', "…") ('G', '…')`;
    expect(validateFindings(text)).toEqual([
      { id: 'F', sentence: "Missing required property 'Path'." },
      { id: 'G', sentence: `It's "wrong".` },
    ]);
  });

  test('may be about the template as a whole', () => {
    expect(validateFindings(`${head}Structure of the SAM Template is invalid.`)).toEqual([
      { sentence: 'Structure of the SAM Template is invalid.' },
    ]);
  });

  test.each(['Error: An error occurred (AccessDenied) when calling the ListPolicies operation', 'it is valid'])(
    'is no finding where it failed for another reason, or not at all: %s',
    (text) => expect(validateFindings(text)).toBeUndefined(),
  );
});

test('the places of a finding: its event, its resource, then whose id SAM made its own of', () => {
  expect(findingPaths({ id: 'Fn', sentence: 'Event with id [A] is invalid. Nope.' }).slice(0, 2)).toEqual([
    'Fn.Properties.Events.A',
    'Fn',
  ]);
  expect(findingPaths({ id: 'FnA', sentence: 'Missing' })).toEqual(['FnA', 'Fn', 'F']);
  expect(findingPaths({ sentence: 'all of it' })).toEqual([]);
});
