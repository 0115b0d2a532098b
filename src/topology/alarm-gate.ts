import type { AlarmCheck } from './gate-model.ts';
import type { ConfigGate } from './schema/gates.ts';

/** A gate of alarms. */
export async function alarmCheck(config: ConfigGate): Promise<AlarmCheck> {
  const listed = (value: string | readonly string[] | undefined) => (value === undefined ? [] : [value].flat());
  return {
    kind: 'alarm',
    names: listed(config.alarm),
    prefixes: listed(config['alarm-prefix']),
    tags: config['alarm-tag'] ?? {},
    insufficientData: config['insufficient-data'] ?? 'inconclusive',
    stale: config.stale ?? 'pass',
  };
}
