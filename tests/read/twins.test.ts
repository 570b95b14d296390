import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {bodyForms, type Policy, type Section} from '../../src/model/policy.js'
import {readPolicy} from '../../src/read/policy.js'
import {wordTwin} from '../support/word-twin.js'

const small = `# Keeping people safe

We all look out for *each other*, and for **everyone** who comes to us.

## 1. Telling somebody

Staff must not:

- promise to keep a secret
- investigate
  - by asking other children

### 1.1 How

1. Ring the [front door](https://www.northmoor.example/mash).
2. Write it down:
   1. what was said
   2. when
3. Send the form.

   Keep a copy of it.

Then tell the lead.[^1]

1. A second list starts again.

## 2. Contacts

| Who | Number |
|-----|--------|
| LADO | 01632 960303 |
| Front door | 01632 960101 |

| Stage | Who | Within |
|-------|-----|--------|
| 1 | worker to worker | 1 working day |

> Nobody may say that they will keep it secret.

<!-- Is this the right number? -->

**Out of hours**

Ring the night team.

[^1]: Or the deputy, in the lead's absence.
`

const folder = new URL('../../fixtures/', import.meta.url)
// The policy of the formats holds words in angle brackets, which only Markdown could take for a tag.
const policies = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(
  (path) => path.endsWith('policy.md') && !path.startsWith('formats'),
)
const twins: [string, string][] = [
  ['a small policy', small],
  ...policies.map((path): [string, string] => [path, readFileSync(new URL(path, folder), 'utf8')]),
]

describe('a policy reads the same in Markdown and in Word, but for its lines', () => {
  test.each(twins)('%s', async (_, markdown) => {
    const bytes = Buffer.from(markdown)
    const written = await readPolicy({path: 'policy.md', bytes})
    const printed = await readPolicy({path: 'policy.docx', bytes: await wordTwin(markdown)})
    expect(bodyOf(printed)).toEqual(bodyOf(written))
    // A title among Word's properties is not trusted as front matter is: it is mostly that of an older document.
    if (!/^title:/m.test(markdown)) expect(printed.title).toBe(written.title)
  })
})

/** The running text with its structure, without what only one of the formats has. */
function bodyOf({sections}: Policy): object[] {
  const plain = ({level, number, title, inferred, passages, sections}: Section): object => ({
    level,
    number,
    title,
    inferred: inferred !== undefined,
    passages: passages
      .filter(({form}) => bodyForms.includes(form))
      .map(({form, label, text, leadIn, cells, quoted, links}) => ({form, label, text, leadIn, cells, quoted, links})),
    sections: sections.map(plain),
  })
  return sections
    .filter(({level, passages}) => level > 0 || passages.some(({form}) => bodyForms.includes(form)))
    .map(plain)
}
