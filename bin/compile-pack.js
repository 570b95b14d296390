// Compiles a pack from its YAML files: registers, word classes and requirements, one file a topic.
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'yaml'

/** The pack in a folder as one plain value. Raises an Error that names the file for YAML that cannot be read. */
export function compilePack(folder) {
  const read = (file) => {
    const path = join(folder, file)
    if (!existsSync(path)) throw new Error(`${path}: the file is missing`)
    try {
      return parse(readFileSync(path, 'utf8'))
    } catch (error) {
      throw new Error(`${path}: ${error.message}`)
    }
  }
  const {id, title, edition, topics} = read('pack.yaml')
  const requirements = topics.flatMap((topic) => read(join('requirements', `${topic}.yaml`)))
  const ids = requirements.map((requirement) => requirement.id)
  const twin = ids.find((each, i) => ids.indexOf(each) !== i)
  if (twin) throw new Error(`${folder}: the requirement ${twin} is given twice`)
  return {id, title, edition, registers: read('registers.yaml'), lexicon: read('lexicon.yaml'), requirements}
}
