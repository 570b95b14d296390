import fc from 'fast-check'
import {SaxesParser} from 'saxes'
import {describe, expect, test} from 'vitest'
import {
  annotationProperty,
  annotationText,
  csvField,
  pathUri,
  plain,
  plainJson,
  plainLines,
  printable,
  startsFormula,
  xml,
  xmlAttribute,
} from '../../src/report/escape.js'
import {csv} from '../fuzz/strangers.js'
import {hostileTexts} from './hostile.js'

// What is escaped is read by a stranger as the words that it was, and as nothing else: for any text.

/** Text of any code units, with halves of pairs and with pieces that some language takes for its own. */
const texts = fc
  .array(fc.oneof(fc.constantFrom(...hostileTexts.map(([, text]) => text)), fc.string({unit: 'binary'}), fc.string()), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''))
const harmful = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Surrogate}]/u

const holds = (law: (text: string) => void) => fc.assert(fc.property(texts, law), {numRuns: 2000, seed: 2026})

describe('any text', () => {
  test('on a line of a terminal moves nothing and hides nothing', () => {
    holds((text) => {
      expect(plain(text)).not.toMatch(harmful)
      expect(plain(plain(text))).toBe(plain(text))
    })
  })

  test('in JSON is what it was', () => {
    holds((text) => {
      const written = plainJson(JSON.stringify({[text]: [text]}, null, 2))
      expect(JSON.parse(written)).toEqual({[text]: [text]})
      expect(written.replaceAll('\n', '')).not.toMatch(harmful)
    })
  })

  test('in a field of a CSV file is one field, and no formula', () => {
    holds((text) => {
      const [fields] = csv(`${csvField(text)},${csvField('after')}\r\n`)
      const shown = plainLines(text)
      expect(fields).toEqual([startsFormula.test(shown) ? `'${shown}` : shown, 'after'])
      expect(fields[0]).not.toMatch(/^[=+\-@\t\r]/)
    })
  })

  test('in XML is text, in an element and in an attribute', () => {
    holds((text) => {
      const read = {text: '', attribute: ''}
      const parser = new SaxesParser()
      parser.on('error', (error) => {
        throw error
      })
      parser.on('text', (said) => {
        read.text += said
      })
      parser.on('opentag', ({attributes}) => {
        read.attribute = attributes.a!
      })
      parser.write(`<r a="${xmlAttribute(text)}">${xml(text)}</r>`).close()
      expect(read).toEqual({text: printable(text), attribute: printable(text)})
    })
  })

  test('in a workflow command stays in its place', () => {
    holds((text) => {
      expect(annotationText(text)).not.toMatch(/[\r\n]|##\[/)
      expect(annotationProperty(text)).not.toMatch(/[\r\n:,]/)
      const back = annotationProperty(text).replaceAll('%3A', ':').replaceAll('%2C', ',')
      expect(back.replaceAll('%0A', '\n').replaceAll('%25', '%')).toBe(plainLines(text).replaceAll('##[', '## ['))
    })
  })

  test('as a path makes an address that leads back to it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({unit: 'grapheme', minLength: 1}).filter((step) => !/[/\\:]|^\.{1,2}$/.test(step)),
          {
            minLength: 1,
          },
        ),
        (steps) => {
          const uri = pathUri(steps.join('/'))
          expect(() => new URL(uri, 'https://a.example/')).not.toThrow()
          expect(decodeURIComponent(uri)).toBe(steps.join('/'))
        },
      ),
      {numRuns: 1000, seed: 2026},
    )
  })
})
