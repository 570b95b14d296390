import {expect, test} from 'vitest'
import {peopleIn} from '../../src/text/person.js'

test.each([
  ['Our Designated Safeguarding Lead (DSL) is Priya Nair, 07700 900123.', ['dsl Priya Nair']],
  ['Welfare officer: Amira Lowe', ['dsl Amira Lowe']],
  ['DSL: Adriana', ['dsl Adriana']],
  ['In an emergency the leader rings our Safeguarding Lead, Marcus Hale, on 07700 900772', ['dsl Marcus Hale']],
  ['Designated Safeguarding Lead (DSL) | Hannah Okafor, Deputy Headteacher | 01632 960501', ['dsl Hannah Okafor']],
  ['Deputy DSLs: Tom Ashby 07700 900124 and Leila Haddad 07700 900125', ['deputy Tom Ashby']],
  ['Geoffrey Stone & Carol Hill Church Safeguarding Officers', ['dsl Geoffrey Stone', 'dsl Carol Hill']],
  ['Chair of Governors | Leonard Pike | 01632 960504', ['chair Leonard Pike']],
  ['The trustee lead for safeguarding is Dr Helen Marsh.', ['board-lead Dr Helen Marsh']],
  ['Farah Siddiqui is our safeguarding governor.', ['board-lead Farah Siddiqui']],
  ['Safeguarding Lead | Jaswinder (Jas) Gill | 07700 900 770', ['dsl Jaswinder (Jas) Gill']],
  ['the superintendent minister, the Revd Julie Letts', []],
  ['Tell the safeguarding lead at once. The lead decides.', []],
  ['The Safeguarding Lead and the Deputy Lead meet on Monday.', []],
  ['Interim Parish Safeguarding Officer - contact the office', []],
  ['HCPC registered supervisor', []],
])('%s', (text, people) => {
  expect(peopleIn(text).map(({role, name}) => `${role} ${name}`)).toEqual(people)
})
