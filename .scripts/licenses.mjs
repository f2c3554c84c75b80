// The licences of what is bundled ask that their text goes along with the code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {string} the text of THIRD_PARTY_LICENSES.txt for the packages that esbuild's outputs came from. */
export function collectLicenses(outputs, root) {
  const packages = new Map();
  for (const output of Object.values(outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined && bytesInOutput > 0) packages.set(folder, describePackage(join(root, folder), root));
    }
  }
  const entries = [...packages.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  return `Blackfoot contains the following packages.${rule}${entries.map((entry) => entry.text).join(rule)}\n`;
}

function describePackage(folder, root) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (license === undefined) throw new Error(`${name} states no licence, so it must not be bundled.`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text =
    file === undefined ? mitWithoutFile(name, license, author, root) : readFileSync(join(folder, file), 'utf8').trim();
  const title = `${name} ${version} (${license})`;
  return { title, text: `${title}\n\n${text}` };
}

// yoga-layout states MIT in its package.json and ships no licence file. Ours is the same text under another name.
function mitWithoutFile(name, license, author, root) {
  if (license !== 'MIT') throw new Error(`${name} is under ${license} and has no licence file to copy.`);
  const holder = author?.name ?? author ?? name;
  return readFileSync(join(root, 'LICENSE'), 'utf8')
    .trim()
    .replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}
