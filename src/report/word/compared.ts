import type {AlignmentReport} from '../../model/report.js'
import type {Chapter} from '../content/chapter.js'
import {contactRows, otherContacts, withoutContacts} from '../content/contacts.js'
import {audiencesOf, audienceWords, type Rung, stagePairs} from '../content/stages.js'
import {colours, ragWords, topicCounts} from '../content/topics.js'
import {dateWords, sentence, topicWords} from '../words.js'
import {packsLine} from '../yardstick-words.js'
import {headline} from './front.js'
import {paper} from './look.js'
import {type Block, heading, leading, list, paragraph, placedQuotation, rating, table, whereWords} from './pieces.js'

/** What the policy was held against: which procedures, of when, verified by whom, and what is old in them. */
export function yardstick({procedures, packs, notices, yardstick}: AlignmentReport): Block[] {
  const from = yardstick?.provenance
  const editions = yardstick?.editions ?? []
  const by = `${from?.verifiedBy ? ` by ${from.verifiedBy}` : ''}${from?.method ? ` (${from.method})` : ''}`
  return [
    heading(1, 'The yardstick'),
    ...notices.map(({message}) => paragraph(sentence(message))),
    table(
      ['Procedures', 'Edition', 'Verified', 'File'],
      procedures.map(({title, edition, verifiedOn, path, sha256, local}) => [
        `${title}${local ? '' : '\nnational only; no local facts'}`,
        edition ?? 'not given',
        `${verifiedOn ? dateWords(verifiedOn) : 'no date given'}${by}`,
        `${path}\nSHA-256 begins ${sha256.slice(0, 16)}`,
      ]),
      [4, 1.5, 3, 3],
      paper.upright,
    ),
    ...(packs?.length ? [paragraph(`Packs of requirements: ${packsLine(packs)}.`)] : []),
    ...(from?.source || from?.sourceUrl
      ? [
          paragraph(
            `The local facts were taken from ${from.source ?? 'what is published'}${from.sourceUrl ? ` (${from.sourceUrl})` : ''}${from.retrievedOn ? ` on ${dateWords(from.retrievedOn)}` : ''}. Please ring each number before the policy is issued again.`,
          ),
        ]
      : []),
    ...(editions.length > 0
      ? [
          heading(2, 'National guidance and law: the editions that were taken to be in force'),
          table(
            ['Title', 'Edition in force', 'Seen', 'Certainty'],
            editions.map(({title, current, seenOn, confidence}) => [
              title,
              current === 'rolling' ? 'without editions' : (current ?? 'not known'),
              dateWords(seenOn),
              confidence,
            ]),
            [5, 2, 2, 1.4],
            paper.upright,
          ),
        ]
      : []),
  ]
}

/** RAG by topic, as numbers. */
export function topics(chapter: Chapter, level: number): Block[] {
  return [
    heading(level, 'Topic by topic'),
    leading('What was found of each topic; accepted gaps keep their colour.'),
    table(
      ['Topic', ...colours.map((rag) => ragWords[rag])],
      topicCounts(chapter).map(({topic, counts}) => [
        {content: topicWords(topic), bold: true},
        ...counts.map((count, at) => (count > 0 ? {content: String(count), rag: colours[at]!} : '0')),
      ]),
      [4, ...colours.map(() => 1.4)],
      paper.upright,
    ),
  ]
}

/** Contacts side by side: each local one, what the policy gives for it, and how the two were judged. */
export function contacts(chapter: Chapter, level: number): Block[] {
  const rows = contactRows(chapter)
  const others = otherContacts(chapter)
  const read = chapter.policy.text?.contacts ?? []
  return [
    heading(level, 'Contacts side by side'),
    rows.length === 0
      ? paragraph(withoutContacts(chapter))
      : table(
          ['Contact', 'Local procedures', 'Your policy', 'Rating'],
          rows.map(({name, hours, values, verifiedOn, reference}) => {
            const {finding, rag} = reference
            return [
              {content: [paragraph(name, 'Cell'), ...(hours ? [paragraph(hours, 'Aside')] : [])]},
              {
                content: [
                  ...values.map((value) => paragraph(value, 'Cell')),
                  paragraph(verifiedOn ? `verified ${dateWords(verifiedOn)}` : 'no date of verification', 'Aside'),
                ],
              },
              finding.evidence.length > 0
                ? {
                    content: finding.evidence.slice(0, 2).flatMap((said) => placedQuotation(said, chapter, 200)),
                  }
                : 'not found',
              {content: `${rating(finding, rag)}, finding ${reference.number}`, rag},
            ]
          }),
          [2.6, 3.4, 4, 1.8],
          paper.upright,
        ),
    ...(others.length > 0
      ? [paragraph(`Also in the local procedures, and not asked of this policy: ${others.join(', ')}.`, 'Aside')]
      : []),
    ...(read.length > 0
      ? [
          heading(level + 1, 'Every number, address and link that was read in the policy'),
          table(
            ['Value', 'For', 'Where', 'Rung, date and initials'],
            read.map((contact) => [
              contact.value,
              contact.for || topicWords(contact.role),
              whereWords(contact.place, chapter),
              '',
            ]),
            [3.6, 3.2, 2.8, 2.2],
            paper.upright,
          ),
        ]
      : []),
  ]
}

/** Escalation side by side: a row a stage, with who goes to whom and by when. */
export function escalation(chapter: Chapter, level: number): Block[] {
  const found = chapter.references.filter(
    ({finding}) => finding.requirement.topic === 'escalation' && finding.status !== 'not-applicable',
  )
  const audiences = audiencesOf(chapter)
  return [
    heading(level, 'Escalation side by side'),
    ...(audiences.length === 0
      ? [paragraph('Neither the local procedures nor the policy give stages that could be told.')]
      : audiences.flatMap((audience) => ladder(audience, chapter, level + 1))),
    ...(found.length > 0
      ? [
          heading(level + 1, 'What was found about escalation'),
          ...list(found.map((reference) => headline(reference, chapter))),
        ]
      : []),
  ]
}

function ladder(audience: string, chapter: Chapter, level: number): Block[] {
  const {local, pairs} = stagePairs(audience, chapter)
  const none = pairs.every(({ours}) => ours === null) ? ' No stages were found in the policy.' : ''
  return [
    heading(level, audienceWords(audience)),
    leading(
      `${local ? `Local procedure: ${local.title}.` : 'The local procedures that were given hold no stages for this.'}${none}`,
    ),
    ...(pairs.length > 0
      ? [
          table(
            ['Stage', 'Local procedures', 'Your policy', 'Rating'],
            pairs.map(({label, theirs, ours, flagged}) => [
              {content: label, bold: true},
              side(theirs, 'no such stage'),
              side(ours, 'not found'),
              flagged[0]
                ? {
                    content: flagged
                      .map((each) => `${rating(each.finding, each.rag)}, finding ${each.number}`)
                      .join('\n'),
                    rag: flagged[0].rag,
                  }
                : ours && theirs
                  ? 'nothing found against it'
                  : '–',
            ]),
            [2.2, 4, 4, 2],
            paper.upright,
          ),
        ]
      : []),
    ...(local?.overall ? [paragraph(`Over all stages, by the local procedures: ${local.overall}.`, 'Aside')] : []),
    ...(local?.atRisk ? [paragraph(`Where somebody is at immediate risk: ${sentence(local.atRisk)}`, 'Aside')] : []),
  ]
}

function side(rung: Rung | null, otherwise: string): string {
  if (!rung) return otherwise
  const told = rung.told ? ` (tell ${rung.told})` : ''
  return `${rung.from ?? 'not said'} → ${rung.to ?? 'not said'}${told}${rung.clock ? `\n${rung.clock}` : ''}`
}
