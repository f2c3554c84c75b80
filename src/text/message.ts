// Fills a message's places. `{name}` takes a value; `{name:은/는}` takes a value and the Korean particle that its sound asks for.

export type Values = Readonly<Record<string, string | number>>;

export function fillMessage(template: string, values: Values = {}): string {
  return template.replace(
    /\{(\w+)(?::([^/}]+)\/([^}]+))?\}/g,
    (place, name: string, closed?: string, open?: string) => {
      const value = values[name];
      if (value === undefined) return place;
      if (closed === undefined || open === undefined) return String(value);
      return String(value) + (endsClosed(String(value), closed) ? closed : open);
    },
  );
}

/** How the digits 0 to 9 and the letters a to z end when a Korean reader says them: true with a final consonant. */
const CLOSED_DIGITS = '013678';
const CLOSED_LETTERS = 'lmnr';
/** A final ㄹ takes 로 and not 으로. */
const RIEUL_ENDINGS = '178lr';

function endsClosed(value: string, closedForm: string): boolean {
  const said = value.replace(/[\s"'’”)\]}.,]+$/u, '').toLowerCase();
  const last = said.at(-1) ?? '';
  const isDirection = closedForm === '으로';
  const code = last.charCodeAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) {
    const final = (code - 0xac00) % 28;
    return isDirection ? final !== 0 && final !== 8 : final !== 0;
  }
  const asWord = wordEndsClosed(/[a-z]{2,}$/.exec(said)?.[0] ?? '');
  if (asWord !== undefined) return asWord;
  if (isDirection && RIEUL_ENDINGS.includes(last)) return false;
  return CLOSED_DIGITS.includes(last) || CLOSED_LETTERS.includes(last);
}

/** Words that are read as words and not letter by letter: partner 파트너 is open; web 웹, app 앱, public 퍼블릭 are closed. */
function wordEndsClosed(word: string): boolean | undefined {
  if (/[aeiou]r$/.test(word)) return false;
  const isShort = /(?:^|[^aeiou])(?:[aeiou]|oo)(?:b|pp?|c?k|c|tt?)$/.test(word);
  return isShort && word !== 'ip' ? true : undefined;
}
