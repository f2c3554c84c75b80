// The licences of what is bundled ask that their text goes along with the code. Most are the MIT licence word for word, which is given
// once for all whose copyright lines stand above it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const rule = `\n\n${'-'.repeat(80)}\n\n`;
// Where the copyright lines end and the terms begin, in every licence that we have.
const termsBegin = /^(?:Permission|Redistribution|Licensed under|Apache License)/m;

/** @returns {string} the text of THIRD_PARTY_LICENSES.txt for the packages that esbuild's outputs came from. */
export function collectLicenses(outputs, root) {
  const packages = new Map();
  for (const output of Object.values(outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined && bytesInOutput > 0) packages.set(folder, describePackage(join(root, folder), root));
    }
  }
  const groups = new Map();
  for (const { notice, terms } of [...packages.values()].sort((a, b) => (a.notice < b.notice ? -1 : 1))) {
    const key = terms.replaceAll(/\s+/g, ' ').toLowerCase();
    const group = groups.get(key) ?? { notices: [], terms };
    group.notices.push(notice);
    groups.set(key, group);
  }
  const texts = [...groups.values()].map(({ notices, terms }) => `${notices.join('\n\n')}\n\n${terms}`);
  return `Blackfoot contains the following packages.${rule}${texts.join(rule)}\n`;
}

function describePackage(folder, root) {
  const { name, version, license, author, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (license === undefined) throw new Error(`${name} states no licence, so it must not be bundled.`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : mitWithoutFile(name, license, author, root);
  const begin = Math.max(0, text.search(termsBegin));
  const copyright = text
    .slice(0, begin)
    .split('\n')
    .filter((line) => /copyright/i.test(line));
  // The Mozilla licence asks to say where the source is.
  if (license.startsWith('MPL')) copyright.push(`Source: ${repository?.url ?? repository}`);
  const notice = [`${name} ${version} (${license})`, ...copyright.map((line) => line.trim())].join('\n');
  return { notice, terms: text.slice(begin) };
}

// yoga-layout states MIT in its package.json and ships no licence file. Ours is the same text under another name.
function mitWithoutFile(name, license, author, root) {
  if (license !== 'MIT') throw new Error(`${name} is under ${license} and has no licence file to copy.`);
  const holder = author?.name ?? author ?? name;
  return readFileSync(join(root, 'LICENSE'), 'utf8')
    .trim()
    .replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}
