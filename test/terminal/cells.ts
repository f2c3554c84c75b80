import type headless from '@xterm/headless';

/** Every cell of the screen, row by row, with all that can be seen of it: of a space neither colour nor weight. */
export function listCells({
  buffer: { active },
  rows,
  cols,
}: InstanceType<typeof headless.Terminal>): readonly string[][] {
  return Array.from({ length: rows }, (_, row) => {
    const line = active.getLine(active.baseY + row);
    return Array.from({ length: cols }, (_, column) => {
      const cell = line?.getCell(column);
      const letter = cell?.getChars() || ' ';
      const seen = [letter, cell?.getBgColor(), cell?.isInverse(), cell?.isUnderline()];
      return (letter === ' ' ? seen : [...seen, cell?.getFgColor(), cell?.isBold(), cell?.isDim()]).join();
    });
  });
}
