import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {unzipSync} from 'fflate'
import {richWord} from './rich-word.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What inputs are made from: the fixtures of the project, by their sort, each with its path from the root. */
export function seeds() {
  const paths = ['fixtures', 'examples', 'tests/markdown/fixtures', 'src/packs'].flatMap((folder) => filesIn(folder)).sort()
  const ending = (pattern) => paths.filter((path) => pattern.test(path)).map((path) => ({path, bytes: bytesOf(path)}))
  const text = ({path, bytes}) => ({path, text: new TextDecoder().decode(bytes)})
  return {
    markdown: ending(/(?<!expected\/.*)\.mdx?$/).map(text),
    word: [...ending(/\.docx$/).map(({path, bytes}) => ({path, parts: unzipSync(bytes)})), ...Array(8).fill({path: 'rich.docx', parts: richWord})],
    html: ending(/procedure\.html$/).map(text),
    models: ending(/procedures\.(?:yaml|json)$|procedures\/.*model\.yaml$/).map(text),
    organisations: ending(/organisation\.yaml$/).map(text),
    configs: [{path: 'policy-align.config.yaml', text: config}],
    waivers: [{path: 'waivers.yaml', text: waivers}],
    baselines: [{path: 'baseline.json', text: baseline}],
    packs: [packIn(paths.filter((path) => path.startsWith('src/packs/england/')))],
    reports: ending(/fixtures\/formats\/saved.*\.json$/).map(text),
  }
}

function filesIn(folder) {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`
    return statSync(join(root, path)).isDirectory() ? filesIn(path) : [path]
  })
}

function bytesOf(path) {
  return new Uint8Array(readFileSync(join(root, path)))
}

function packIn(paths) {
  return {path: 'pack', files: paths.map((path) => ({path, text: new TextDecoder().decode(bytesOf(path))}))}
}

const config = `policies: [policies, "*.md"]
procedures: eastmere.procedures.yaml
organisation: us.yaml
failOn: major
only: [local-contacts, escalation]
audience: both
jobs: 2
cache: true
switchOff:
  - requirement: gov-anyone-can-refer
    reason: Held elsewhere
  - topic: prevent
    reason: No children
`

const waivers = `waivers:
  - requirement: gov-anyone-can-refer
    policy: policy.md
    reason: Agreed at the board
    approver: Ann Lee
    expires: 2027-01-01
  - requirement: contact-children-front-door
    reason: The number changes in May
    approver: Ann Lee
    expires: 2026-12-01
`

const baseline = `{"schemaVersion": 1, "policies": {"policy.md": [{"requirement": "gov-anyone-can-refer", "status": "conflict", "quotations": ["Staff must not."]}]}}
`
