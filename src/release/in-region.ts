import type { Report } from '../report/events.ts';
import { addPreference } from '../template/add-preference.ts';
import type { Template } from '../template/model.ts';
import { parseTemplate } from '../template/parse.ts';
import type { InRegionShift } from './model.ts';
import type { StackGroup } from './stack-groups.ts';

/** A template with what `in-region` adds to it. */
export interface Shifted {
  readonly template: Template;
  readonly inRegion?: InRegionShift;
}

/** Our copy of a template with the `DeploymentPreference` that `in-region` of its stacks asks for; nested ones are left alone. */
export function withInRegion(template: Template, { inRegion: type }: Pick<StackGroup, 'inRegion'>): Shifted {
  if (type === undefined) return { template };
  const { text, functions } = addPreference(template, type);
  if (functions.length === 0) return { template };
  return { template: parseTemplate(text, template.file), inRegion: { type, functions } };
}

/** Says so where it was asked for and adds nothing. */
export function warnOfNothing(
  { inRegion: type, stacks }: Pick<StackGroup, 'inRegion' | 'stacks'>,
  added: InRegionShift | undefined,
  report: Report,
): void {
  if (type === undefined || added !== undefined) return;
  const keys = stacks.map(({ key }) => key).join(', ');
  const why = 'every function with AutoPublishAlias has a DeploymentPreference of its own, or there is none';
  report({ type: 'note', level: 'warning', text: `in-region ${type} adds nothing to ${keys}: ${why}` });
}
