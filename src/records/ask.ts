import type { ChangeSetRequest, Stack } from '../aws/cloudformation-port.ts';
import { mapValues } from '../map-values.ts';
import type { AskedRelease, RecordedValue, ReleaseRecord } from './release-record.ts';
import { linkOf } from './release-record.ts';
import { markGiven, markKept, type SecretMarker } from './secret-marker.ts';

/** What a record is made of besides what is sent. */
export interface AskSubject {
  readonly release: { readonly id: string; readonly commit?: string };
  readonly template: AskedRelease['template'];
  readonly artifacts: AskedRelease['artifacts'];
  readonly taken: AskedRelease['taken'];
  /** Parameters whose values are never stored: NoEcho, or taken from the Parameter Store. */
  readonly secretParameters: ReadonlySet<string>;
  /** Tags whose values are never stored. */
  readonly secretTags: ReadonlySet<string>;
  /** Defaults of the template: what is not sent when a stack is made, or gets a parameter, has them. */
  readonly defaults: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
  readonly serviceRole?: string;
  readonly notificationArns: readonly string[];
  readonly restores?: string;
}

export interface AskContext {
  /** As it is deployed; absent: it is created. */
  readonly stack?: Pick<Stack, 'parameters' | 'tags'>;
  /** The record of what it has, if it can be trusted. */
  readonly before?: ReleaseRecord;
  readonly key: string;
  /** Whether the stack is made by this; a run after a crash finds it there already. */
  readonly created: boolean;
}

/** The record of what is sent, without a value that is secret. */
export function askedRelease(
  subject: AskSubject,
  parameters: ChangeSetRequest['parameters'],
  { stack, before, key, created }: AskContext,
): AskedRelease {
  const { release, template, artifacts, taken, secretParameters, defaults, serviceRole, restores } = subject;
  const link = before === undefined ? undefined : linkOf(before);
  const recorded = parameters.map((parameter): readonly [string, RecordedValue] => {
    const { name } = parameter;
    const earlier = secretOf(before?.asked.parameters[name]);
    if ('usePrevious' in parameter) {
      // What was secret when it was given is so when it is kept, whatever the template says of it now.
      const hidden = secretParameters.has(name) || earlier !== undefined;
      return [name, hidden ? { secret: markKept(earlier, link) } : { value: stack?.parameters[name] ?? '' }];
    }
    if (!secretParameters.has(name)) return [name, { value: parameter.value }];
    return [name, { secret: markGiven(name, parameter.value, key, earlier, link) }];
  });
  const sent = new Set(parameters.map(({ name }) => name));
  const unsent = Object.entries(defaults).flatMap(([name, value]): readonly (readonly [string, RecordedValue])[] => {
    if (sent.has(name)) return [];
    return [[name, secretParameters.has(name) ? { secret: markKept(undefined, link) } : { value }]];
  });
  const hiddenTags = [...subject.secretTags].sort();
  const tags = Object.keys(subject.tags).length > 0 ? subject.tags : (stack?.tags ?? {});
  return {
    release: release.id,
    ...(release.commit !== undefined && { commit: release.commit }),
    template,
    parameters: sorted(Object.fromEntries([...recorded, ...unsent])),
    tags: sorted(Object.fromEntries(Object.entries(tags).filter(([name]) => !subject.secretTags.has(name)))),
    ...(hiddenTags.length > 0 && { hiddenTags }),
    capabilities: [...subject.capabilities].sort(),
    ...(serviceRole !== undefined && { serviceRole }),
    notificationArns: [...subject.notificationArns].sort(),
    artifacts: artifacts.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    taken: sorted(mapValues(taken, sorted)),
    ...(created && { created }),
    ...(link !== undefined && { before: link }),
    ...(restores !== undefined && { restores }),
  };
}

function secretOf(value: RecordedValue | undefined): SecretMarker | undefined {
  return value !== undefined && 'secret' in value ? value.secret : undefined;
}

/** In the order of their names: the hash of a record must not depend on the order in which things were found. */
function sorted<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
