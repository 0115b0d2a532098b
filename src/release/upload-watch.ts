import type { Report } from '../report/events.ts';

/** What `sam package` told about the files of a run. */
export interface UploadWatch {
  /** Passes every event on. */
  readonly report: Report;
  /** `sam` found an object with this key and left it alone. */
  isOld(key: string): boolean;
}

/** SAM CLI, samcli/lib/package/s3_uploader.py: "File with same data already exists at %s, skipping upload". */
const SKIPPED = /already exists at (\S+), skipping upload/;

/**
 * Listens to `sam package`: what it does not call old it has just uploaded. Only a guess may hang on this, never a
 * result: another version may say it in other words.
 */
export function watchUploads(report: Report): UploadWatch {
  const old = new Set<string>();
  return {
    report(event) {
      const key = event.type === 'tool.output' ? SKIPPED.exec(event.line)?.[1] : undefined;
      if (key !== undefined) old.add(key);
      report(event);
    },
    isOld: (key) => old.has(key),
  };
}
