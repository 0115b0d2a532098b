/** One thing that SAM's translator finds wrong in a template. */
export interface SamFinding {
  /** As SAM calls it: of an event, the function's id and the event's in one. Undefined: the template as a whole. */
  readonly id?: string;
  readonly sentence: string;
}

const TRANSFORM = /Invalid Serverless Application Specification document\.(?: Number of errors found: \d+\.)?\s*/;

/**
 * What CloudFormation's transform says of an invalid template (`InvalidDocumentException` and
 * `InvalidResourceException` in samtranslator/model/exceptions.py). Undefined where a text is about something else.
 */
export function transformFindings(reason: string): readonly SamFinding[] | undefined {
  const found = TRANSFORM.exec(reason);
  if (found === null) return undefined;
  const rest = reason.slice(found.index + found[0].length).trim();
  const [first = '', ...resources] = rest.split(/(?=Resource with id \[)/);
  const all = (first.startsWith('Resource with id [') ? [first, ...resources] : resources).map(ofResource);
  const whole = first.startsWith('Resource with id [') ? '' : first.trim();
  return [...(whole === '' ? [] : [{ sentence: whole }]), ...all];
}

function ofResource(text: string): SamFinding {
  const [, id, sentence] = /^Resource with id \[(.*?)\] is invalid\.\s*([\s\S]*)$/.exec(text) ?? [];
  return id === undefined ? { sentence: text.trim() } : { id, sentence: (sentence ?? '').trim() };
}

const PYTHON_TEXT = String.raw`'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"`;
const EXCEPTION = new RegExp(String.raw`InvalidResourceException\('((?:[^'\\]|\\.)*)', (?:${PYTHON_TEXT})`, 'g');

/** What `sam validate` printed of an invalid template; undefined where it failed for another reason, or did not fail. */
export function validateFindings(output: string): readonly SamFinding[] | undefined {
  if (!output.includes('was invalid SAM Template')) return undefined;
  const found = [...output.matchAll(EXCEPTION)].map(([, id = '', single, double]) => ({
    id,
    sentence: (single ?? double ?? '').replace(/\\(['"\\])/g, '$1'),
  }));
  if (found.length > 0) return found;
  const [, sentence] = /Error:\s*([\s\S]+)/.exec(output) ?? [];
  return [{ sentence: (sentence ?? 'SAM does not say what is wrong').trim() }];
}

/**
 * Paths of a finding in the template, the best first: the event that its sentence names, the resource, or the one whose
 * id SAM made its own of.
 */
export function findingPaths({ id, sentence }: SamFinding): readonly string[] {
  if (id === undefined) return [];
  const [, event] = /^Event with id \[(.+?)\] is invalid\b/.exec(sentence) ?? [];
  const prefixes = Array.from({ length: id.length - 1 }, (_, cut) => id.slice(0, id.length - 1 - cut));
  return [...(event === undefined ? [] : [`${id}.Properties.Events.${event}`]), id, ...prefixes];
}
