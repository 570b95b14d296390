import {randomBytes} from 'node:crypto'
import {closeSync, openSync, readSync, rmSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {deflateRawSync, inflateRawSync} from 'node:zlib'
import type {PolicyReport} from '../model/report.js'
import type {Requirement} from '../model/requirement.js'
import {packed, unpacked} from './packed-report.js'

/** The reports of a run, as many as there are: a few in memory, more of them in a file. */
export interface KeptReports {
  keep(report: PolicyReport): void
  readonly count: number
  /**
   * The reports in the order in which they were kept, or those that `order` names, which counts from 0; read anew each
   * time they are gone through.
   */
  all(order?: readonly number[]): Iterable<PolicyReport>
  /** Lets go of the file. */
  close(): void
}

/** What some hundred findings of a policy take in memory is several times what they take in a file. */
const mostInMemory = 64

/**
 * Keeps reports until they are written. Where there are more than a few they go into a temporary file that nobody else
 * can read, and that is gone when the run ends, however it ends.
 */
export function keptReports(most = mostInMemory): KeptReports {
  const few: PolicyReport[] = []
  const places: {readonly at: number; readonly length: number}[] = []
  const requirements = sharedRequirements()
  let file: TemporaryFile | null = null

  function spill(report: PolicyReport): void {
    file ??= temporaryFile()
    const shared = report.findings.map((finding) => ({
      ...finding,
      requirement: requirements.known(finding.requirement),
    }))
    places.push(file.append(deflateRawSync(packed({...report, findings: shared}), {level: 1})))
  }

  return {
    get count() {
      return few.length + places.length
    },
    keep(report) {
      if (places.length === 0 && few.length < most) {
        few.push(report)
        return
      }
      for (const each of few.splice(0)) spill(each)
      spill(report)
    },
    all: (order) => ({
      *[Symbol.iterator]() {
        for (const at of order ?? Array(few.length + places.length).keys()) {
          const place = places[at]
          yield place ? unpacked(inflateRawSync(file!.read(place)).toString('utf8'), requirements.byKey) : few[at]!
        }
      },
    }),
    close: () => file?.close(),
  }
}

/**
 * Each requirement once, under a key of its own: reports that were saved bring their own copies, and those of different
 * runs may give the same id to different ones.
 */
function sharedRequirements() {
  const byKey = new Map<string, Requirement>()
  const keyOfObject = new WeakMap<Requirement, string>()
  const keyOfText = new Map<string, string>()
  return {
    byKey,
    /** The requirement with its key in the place of its id. */
    known(requirement: Requirement): Requirement {
      let key = keyOfObject.get(requirement)
      if (key === undefined) {
        const text = JSON.stringify(requirement)
        key = keyOfText.get(text) ?? String(keyOfText.size)
        keyOfText.set(text, key)
        keyOfObject.set(requirement, key)
        if (!byKey.has(key)) byKey.set(key, requirement)
      }
      return {...requirement, id: key}
    },
  }
}

interface TemporaryFile {
  append(bytes: Uint8Array): {readonly at: number; readonly length: number}
  read(place: {readonly at: number; readonly length: number}): Uint8Array
  close(): void
}

function temporaryFile(): TemporaryFile {
  const path = join(tmpdir(), `policy-align-${randomBytes(8).toString('hex')}.tmp`)
  const file = openSync(path, 'wx+', 0o600)
  const remove = () => rmSync(path, {force: true})
  // A file that is open can be taken out at once, so that a run that is ended leaves none; but not on Windows.
  if (process.platform === 'win32') process.once('exit', remove)
  else remove()
  let size = 0
  return {
    append(bytes) {
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, size + done)
      size += bytes.length
      return {at: size - bytes.length, length: bytes.length}
    },
    read({at, length}) {
      const bytes = new Uint8Array(length)
      for (let done = 0; done < length; ) {
        const read = readSync(file, bytes, done, length - done, at + done)
        if (read === 0) throw new Error('The temporary file of this run was cut short.')
        done += read
      }
      return bytes
    },
    close() {
      closeSync(file)
      if (process.platform === 'win32') remove()
    },
  }
}
