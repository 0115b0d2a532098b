import type { Alarm, Monitoring } from '../aws/monitoring-ports.ts';
import type { AlarmCheck } from '../topology/gate-model.ts';

export interface FoundAlarms {
  readonly alarms: readonly Alarm[];
  /** Names, prefixes and tags that no alarm has. */
  readonly missing: readonly string[];
}

/** The alarms that a gate means: by name or the beginning of the name; where tags are said, those of them that have all. */
export async function findAlarms({ names, prefixes, tags }: AlarmCheck, monitoring: Monitoring): Promise<FoundAlarms> {
  const wanted = Object.entries(tags);
  const anyName = names.length === 0 && prefixes.length === 0;
  const [byName, ...byPrefix] = await Promise.all([
    names.length === 0 ? [] : monitoring.alarms({ names }),
    ...(anyName ? [monitoring.alarms({})] : prefixes.map((prefix) => monitoring.alarms({ prefix }))),
  ]);
  const missing = [
    ...names.filter((name) => !byName.some((alarm) => alarm.name === name)),
    ...prefixes.filter((_, index) => byPrefix[index]?.length === 0).map((prefix) => `${prefix}…`),
  ];
  const all = [...new Map([byName, ...byPrefix].flat().map((alarm) => [alarm.arn, alarm])).values()];
  if (wanted.length === 0) return { alarms: all, missing };
  const tagged = await Promise.all(
    all.map(async (alarm) => {
      const own = await monitoring.alarmTags(alarm.arn);
      return wanted.every(([key, value]) => own[key] === value) ? alarm : undefined;
    }),
  );
  const alarms = tagged.filter((alarm) => alarm !== undefined);
  const untagged = alarms.length === 0 ? [`with ${wanted.map(([key, value]) => `${key}=${value}`).join(', ')}`] : [];
  return { alarms, missing: [...missing, ...untagged] };
}
