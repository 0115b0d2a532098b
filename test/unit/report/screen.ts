import { cells } from '../../../src/report/text.ts';

const parts = new RegExp(`${String.fromCharCode(27)}\\[\\??[\\d;]*[A-Za-z]|[\\s\\S]`, 'gu');

/** As much of a terminal as the live table uses: enough to see what a person sees. Throws on any other sequence. */
export function createScreen(columns: number) {
  let lines: string[][] = [[]];
  let [row, column] = [0, 0];
  const line = (index: number) => {
    while (lines.length <= index) lines.push([]);
    return lines[index] ?? [];
  };
  const put = (character: string) => {
    const width = cells(character);
    // A combining mark joins the character before it; a wide character takes two cells and wraps as a whole.
    if (width === 0) {
      const before = Math.max(0, column - 1);
      line(row)[before] = (line(row)[before] ?? '') + character;
      return;
    }
    if (column + width > columns) [row, column] = [row + 1, 0];
    const current = line(row);
    while (current.length < column) current.push(' ');
    current[column] = character;
    if (width === 2) current[column + 1] = '';
    column += width;
  };
  const control = (sequence: string) => {
    const [, parameter = '', command = ''] = /^\[(\??[\d;]*)([A-Za-z])$/.exec(sequence.slice(1)) ?? [];
    if (parameter === '?2026' || command === 'm') return;
    if (command === 'A') row = Math.max(0, row - Number(parameter || 1));
    else if (command === 'K') line(row).splice(column);
    else if (command === 'J') {
      line(row).splice(column);
      lines = lines.slice(0, row + 1);
    } else throw new Error(`unknown sequence ${JSON.stringify(sequence)}`);
  };
  return {
    write(text: string) {
      for (const part of text.match(parts) ?? []) {
        if (part.length > 1 && part.startsWith('\u001b')) control(part);
        else if (part === '\n') [row, column] = [row + 1, 0];
        else if (part === '\r') column = 0;
        else put(part);
      }
      line(row);
    },
    text: () => lines.map((row) => row.join('').trimEnd()).join('\n'),
  };
}
