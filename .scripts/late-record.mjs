// Bundled into the program: words and levels that are read when they are first asked for.
import { readFileSync } from 'node:fs';

/** A record whose values are pieces of a file of JSON, each from where the one before it ends. */
export function lateRecord(file, pieces) {
  let bytes;
  let start = 0;
  const record = {};
  for (const [name, length] of pieces) {
    const from = start;
    start += length;
    const get = () => {
      bytes ??= readFileSync(`${import.meta.dirname}/${file}`);
      const value = JSON.parse(bytes.toString('utf8', from, from + length));
      Object.defineProperty(record, name, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(record, name, { get, enumerable: true, configurable: true });
  }
  return record;
}
