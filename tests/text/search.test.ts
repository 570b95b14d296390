import {expect, test} from 'vitest'
import {readMarkdown} from '../../src/read/markdown/index.js'
import {readingOf} from '../../src/text/reading.js'
import {nearestTo, nearestToEach, profilesOf} from '../../src/text/search.js'

const text = `# Referring

Tell the lead the same day. Ring the council where a child is in danger.

## Records

Write down what was said. Write down what was said. Keep records for ten years, and tell the lead of each.

## Training

Staff are trained each year.
`

const texts = [
  'refer a child to the council and tell the lead',
  'write records, keep records',
  'train staff each year',
  'whistleblowing',
  'tell the lead of a child in danger; write it down',
]

test('several profiles are searched for as each by itself', () => {
  const profiles = profilesOf(texts)
  const {sentences} = readingOf(readMarkdown({path: 'policy.md', bytes: new TextEncoder().encode(text)}), {})
  const all = nearestToEach(profiles, sentences, 3)
  expect(all).toEqual(profiles.map((profile) => nearestTo(profile, sentences, 3)))
  expect(all.map((ranked) => ranked.map(({index}) => sentences[index]!.text))).toMatchInlineSnapshot(`
    [
      [
        "Ring the council where a child is in danger.",
        "Tell the lead the same day.",
        "Keep records for ten years, and tell the lead of each.",
      ],
      [
        "Keep records for ten years, and tell the lead of each.",
        "Write down what was said.",
        "Write down what was said.",
      ],
      [
        "Staff are trained each year.",
        "Keep records for ten years, and tell the lead of each.",
      ],
      [],
      [
        "Write down what was said.",
        "Write down what was said.",
        "Ring the council where a child is in danger.",
      ],
    ]
  `)
  for (const ranked of all) {
    expect(ranked.length).toBeLessThanOrEqual(3)
    // The best first, and of equals the one that stands first.
    for (const [i, each] of ranked.entries()) {
      const before = ranked[i - 1]
      if (before)
        expect(before.score > each.score || (before.score === each.score && before.index < each.index)).toBe(true)
    }
  }
})
