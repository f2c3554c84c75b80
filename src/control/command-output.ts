// What a command prints, in the AWS CLI's output formats. Source: the AWS CLI user guide, "Setting the output format"; the rules of
// `text` for nested values are observed. Simplified: `table` has no boxes.

export const OUTPUT_FORMATS = ['json', 'text', 'table'] as const;

export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export function isOutputFormat(word: string): word is OutputFormat {
  return OUTPUT_FORMATS.some((format) => format === word);
}

/** Empty for an operation that prints nothing. */
export function formatOutput(output: unknown, format: OutputFormat): string {
  if (output === undefined) return '';
  if (format === 'json') return JSON.stringify(output, undefined, 4);
  return format === 'text' ? formatText(output).join('\n') : formatTable(output);
}

type Value = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** As Python writes it. */
function scalar(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}

/** Lines with tabs between values; a nested value's line starts with its key in capitals. */
function formatText(value: unknown, key?: string, columns?: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return formatTextList(value, key);
  if (!isRecord(value)) return [scalar(value)];
  const keys = columns ?? scalarKeys(value);
  const row = keys.map((name) => (Object.hasOwn(value, name) && isScalar(value[name]) ? scalar(value[name]) : ''));
  const own = keys.length > 0 ? [[...(key === undefined ? [] : [key.toUpperCase()]), ...row].join('\t')] : [];
  const nested = Object.keys(value)
    .filter((name) => !isScalar(value[name]))
    .sort();
  return [...own, ...nested.flatMap((name) => formatText(value[name], name))];
}

function formatTextList(list: readonly unknown[], key: string | undefined): readonly string[] {
  if (list.some(isRecord)) {
    const columns = [...new Set(list.filter(isRecord).flatMap(scalarKeys))].sort();
    return list.flatMap((item) => formatText(item, key, isRecord(item) ? columns : undefined));
  }
  const scalars = list.filter(isScalar).map(scalar);
  const rest = list.filter((item) => !isScalar(item)).flatMap((item) => formatText(item, key));
  if (scalars.length === 0) return rest;
  const own = key === undefined ? [scalars.join('\t')] : scalars.map((item) => `${key.toUpperCase()}\t${item}`);
  return [...own, ...rest];
}

function scalarKeys(value: Value): string[] {
  return Object.keys(value)
    .filter((name) => isScalar(value[name]))
    .sort();
}

/** The rows of each list of records, under a heading, in columns. */
function formatTable(value: unknown): string {
  if (isScalar(value)) return scalar(value);
  return listTables(value, '')
    .map(({ heading, rows }) => [...(heading ? [heading] : []), ...alignColumns(rows)].join('\n'))
    .join('\n\n');
}

interface Table {
  readonly heading: string;
  readonly rows: readonly (readonly string[])[];
}

function listTables(value: unknown, heading: string): readonly Table[] {
  const items = Array.isArray(value) ? value : [value];
  if (items.every(isScalar)) return items.length === 0 ? [] : [{ heading, rows: items.map((item) => [scalar(item)]) }];
  if (!items.every(isRecord)) return items.map((item) => ({ heading, rows: [[item].flat().map(textOf)] }));
  const keys = [...new Set(items.flatMap(scalarKeys))].sort();
  const rows = items.map((item) => keys.map((key) => (Object.hasOwn(item, key) ? scalar(item[key]) : '')));
  const own = keys.length > 0 ? [{ heading, rows: [keys, ...rows] }] : [];
  const nested = items.flatMap((item) =>
    Object.keys(item)
      .filter((key) => !isScalar(item[key]))
      .flatMap((key) => listTables(item[key], heading ? `${heading}.${key}` : key)),
  );
  return [...own, ...nested];
}

function textOf(value: unknown): string {
  return isScalar(value) ? scalar(value) : JSON.stringify(value);
}

function alignColumns(rows: Table['rows']): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
