/** A file that `init` makes, and what became of it. */
export interface WrittenFile {
  /** From the root of the repository. */
  readonly path: string;
  /** `differs`: it was there with another content, and stayed as it was. */
  readonly state: 'written' | 'same' | 'differs';
  /** Of `differs`: what `init` would have made of it. */
  readonly diff?: string;
}

/** What is to be written: path, from the root of the repository, and content. */
export type NewFile = readonly [path: string, text: string];

export interface FilePorts {
  /** Undefined when there is no such file. Paths as in {@link NewFile}. */
  readonly read: (path: string) => string | undefined;
  readonly write: (path: string, text: string) => Promise<void>;
}

/** Writes what is not there yet. What is there is never touched: where it differs, the difference is returned. */
export async function writeMissing(files: readonly NewFile[], ports: FilePorts): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const [path, text] of files) {
    const current = ports.read(path);
    if (current === undefined) await ports.write(path, text);
    const state = current === undefined ? 'written' : current === text ? 'same' : 'differs';
    written.push({ path, state, ...(state === 'differs' && { diff: await difference(path, current ?? '', text) }) });
  }
  return written;
}

async function difference(path: string, current: string, text: string): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  return createTwoFilesPatch(path, `${path} (as init would write it)`, current, text, '', '', {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
