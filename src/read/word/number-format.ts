/** A counter as Word prints it in one of its number formats, or null for a bullet. Formats we do not know print digits. */
export function numberIn(format: string, value: number): string | null {
  if (format === 'bullet') return null
  return (formats.get(format) ?? String)(value)
}

const formats: ReadonlyMap<string, (value: number) => string> = new Map(
  Object.entries({
    none: () => '',
    decimal: String,
    decimalZero: (value) => (value < 10 ? `0${value}` : String(value)),
    upperLetter: (value) => letters(value).toUpperCase(),
    lowerLetter: letters,
    upperRoman: (value) => roman(value).toUpperCase(),
    lowerRoman: roman,
    ordinal: (value) => `${value}${suffix(value)}`,
    cardinalText: (value) => capital(words(value)),
    ordinalText: (value) => capital(ordinalWords(value)),
    numberInDash: (value) => `- ${value} -`,
    hex: (value) => value.toString(16).toUpperCase(),
    chicago: (value) => ('*†‡§'[(value - 1) % 4] ?? '').repeat(Math.floor((value - 1) / 4) + 1).slice(0, 20),
    decimalEnclosedCircle: (value) =>
      value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value),
    decimalEnclosedParen: (value) => (value >= 1 && value <= 20 ? String.fromCodePoint(0x2473 + value) : `(${value})`),
    decimalEnclosedFullstop: (value) =>
      value >= 1 && value <= 20 ? String.fromCodePoint(0x2487 + value) : `${value}.`,
    russianLower: (value) => alphabet(value, 'абвгдежзиклмнопрстуфхцчшщыэюя'),
    russianUpper: (value) => alphabet(value, 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ'),
  }),
)

/** a to z, then aa, bb: Word repeats the letter rather than counting on. */
function letters(value: number): string {
  return alphabet(value, 'abcdefghijklmnopqrstuvwxyz')
}

function alphabet(value: number, letters: string): string {
  if (value < 1) return ''
  const times = Math.floor((value - 1) / letters.length) + 1
  return letters[(value - 1) % letters.length]!.repeat(Math.min(times, 30))
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  if (value < 1 || value > 9999) return String(value)
  let left = value
  let written = ''
  for (const [worth, sign] of romans) {
    written += sign.repeat(Math.floor(left / worth))
    left %= worth
  }
  return written
}

function suffix(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

function words(value: number): string {
  if (value < 0 || value > 999) return String(value)
  if (value < 20) return small[value]!
  if (value < 100) return tens[Math.floor(value / 10)]! + (value % 10 ? `-${small[value % 10]}` : '')
  return `${small[Math.floor(value / 100)]} hundred${value % 100 ? ` ${words(value % 100)}` : ''}`
}

const irregular: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

function ordinalWords(value: number): string {
  const plain = words(value)
  const at = Math.max(plain.lastIndexOf('-'), plain.lastIndexOf(' ')) + 1
  const last = plain.slice(at)
  return plain.slice(0, at) + (irregular[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
