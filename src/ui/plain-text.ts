// Signs that some terminals draw two columns wide (East Asian "ambiguous") as ones that every terminal draws in one. One for one, so
// that what was measured stays as wide as it was. Source: Unicode UAX #11.

const PLAIN: Readonly<Record<string, string>> = {
  '→': '>',
  '←': '<',
  '↑': '^',
  '↓': 'v',
  '⇄': '=',
  '⇧': '^',
  '…': '~',
  '·': '-',
  '○': 'o',
  '●': '*',
  '×': 'x',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
};

const AMBIGUOUS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

export function plainText(text: string): string {
  return text.replace(AMBIGUOUS, (sign) => PLAIN[sign] as string);
}
