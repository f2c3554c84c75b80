// A terminal's screen as SVG: one text for each run of cells that look alike, stretched to its columns, so that every font keeps the grid.

const cell = { width: 8.4, height: 17 };
const margin = 14;
const paper = '#0d1117';
const ink = '#d0d7de';
const sixteen = [
  ['#484f58', '#ff7b72', '#3fb950', '#d29922', '#58a6ff', '#bc8cff', '#39c5cf', '#b1bac4'],
  ['#6e7681', '#ffa198', '#56d364', '#e3b341', '#79c0ff', '#d2a8ff', '#56d4dd', '#ffffff'],
].flat();

/** `title` is what it shows, for whoever hears it. */
export function drawScreen(terminal, title) {
  const width = Math.ceil(terminal.cols * cell.width + 2 * margin);
  const height = Math.ceil(terminal.rows * cell.height + 2 * margin);
  const looks = new Map();
  const body = listRuns(terminal).map((run) => drawRun(run, looks));
  const styles = [...looks].map(([css, name]) => `.${name}{${css}}`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 ${width} ${height}" font-family="ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14">
<title>${escapeText(title)}</title>
<style>text{white-space:pre}${styles}</style>
<rect width="${width}" height="${height}" rx="8" fill="${paper}"/>
${body.join('\n')}
</svg>
`;
}

function listRuns(terminal) {
  const { active } = terminal.buffer;
  return Array.from({ length: terminal.rows }, (_, row) => runsOf(active.getLine(row), row, terminal.cols)).flat();
}

function runsOf(line, row, columns) {
  const runs = [];
  for (let column = 0; column < columns; column++) {
    const at = line.getCell(column);
    if (at.getWidth() === 0) continue;
    const css = cssOf(at);
    const last = runs.at(-1);
    if (last && last.css === css && last.column + last.columns === column) {
      last.text += at.getChars() || ' ';
      last.columns += at.getWidth();
    } else runs.push({ row, column, columns: at.getWidth(), text: at.getChars() || ' ', css, back: backOf(at) });
  }
  return runs.flatMap(trimRun);
}

/** Blanks need no drawing, unless they have a background. */
function trimRun(run) {
  if (run.back) return [run];
  const text = run.text.trimEnd();
  const start = text.length - text.trimStart().length;
  if (text.trim() === '') return [];
  return [
    {
      ...run,
      text: text.trimStart(),
      column: run.column + start,
      columns: run.columns - start - (run.text.length - text.length),
    },
  ];
}

function drawRun({ row, column, columns, text, css, back }, looks) {
  if (!looks.has(css)) looks.set(css, `c${looks.size}`);
  const x = round(margin + column * cell.width);
  const y = margin + row * cell.height;
  const length = round(columns * cell.width);
  const box = back ? `<rect x="${x}" y="${y}" width="${length}" height="${cell.height}" fill="${back}"/>` : '';
  return `${box}<text x="${x}" y="${y + 13}" class="${looks.get(css)}" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escapeText(text)}</text>`;
}

function escapeText(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function cssOf(at) {
  const fill = at.isInverse() ? paper : colourOf(at, 'Fg', ink);
  const marks = [
    at.isBold() && 'font-weight:700',
    at.isDim() && 'opacity:.6',
    at.isUnderline() && 'text-decoration:underline',
  ];
  return [`fill:${fill}`, ...marks.filter(Boolean)].join(';');
}

function backOf(at) {
  if (at.isInverse()) return colourOf(at, 'Fg', ink);
  return at.isBgDefault() ? undefined : colourOf(at, 'Bg', paper);
}

function colourOf(at, ground, otherwise) {
  const value = at[`get${ground}Color`]();
  if (at[`is${ground}RGB`]()) return `#${value.toString(16).padStart(6, '0')}`;
  return at[`is${ground}Palette`]() ? (sixteen[value] ?? otherwise) : otherwise;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
