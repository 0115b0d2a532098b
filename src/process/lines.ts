/** Longer lines are cut: a program that prints a whole template on one line must not fill the memory. */
const LONGEST_LINE = 16_384;

export interface LineSplitter {
  push(text: string): void;
  /** Gives out what came after the last line end. */
  end(): void;
}

/** Cuts a stream of text into lines, whatever the chunks are. Progress bars end lines with a bare carriage return. */
export function lineSplitter(onLine: (line: string) => void): LineSplitter {
  let rest = '';
  const emit = (line: string) => onLine(line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line);
  return {
    push(text) {
      const parts = (rest + text).split(/\r\n|\n|\r(?!$)/);
      rest = parts.pop() ?? '';
      for (const part of parts) emit(part);
      if (rest.length > LONGEST_LINE + 1) rest = rest.slice(0, LONGEST_LINE + 1);
    },
    end() {
      const last = rest.replace(/\r$/, '');
      rest = '';
      if (last) emit(last);
    },
  };
}
