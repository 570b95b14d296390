import {describe, expect, test} from 'vitest'
import type {ProceduresModel} from '../../src/model/procedures.js'
import type {Source} from '../../src/model/source.js'
import {readProcedures} from '../../src/read/procedures.js'
import {fixture} from '../support/model.js'
import {packs} from '../support/pack.js'

const manual = fixture('models/county-manual.procedures.yaml')
const overlay = fixture('models/district-overlay.procedures.yaml')

function file(path: string, text: string): Source {
  return {path, bytes: new TextEncoder().encode(text)}
}

function read(...sources: readonly Source[]): ProceduresModel {
  return readProcedures(sources, packs())
}

describe('an overlay', () => {
  const model = read(manual, overlay)

  test('wins field by field', () => {
    expect(model.contacts.childrenFrontDoor).toMatchObject({
      name: 'Wicken Front Door',
      phone: '01632 960331',
      hours: 'Mon-Fri 9am-5pm',
    })
    expect(model.contacts.lado?.phone).toBe('01632 960322')
    expect(model.timescales.ladoNotify).toMatchObject({value: 0, trigger: 'allegation-known'})
    expect(model.title).toBe('Wicken Town procedures over the Fenshire manual (invented)')
  })

  test('replaces a ladder as a whole and keeps the rest of the procedure', () => {
    expect(model.escalation.children?.title).toBe('Fenshire resolution procedure')
    expect(model.escalation.children?.stages.map(({order}) => order)).toEqual([1, 2])
  })

  test('leaves each fact the provenance of its own file', () => {
    expect(model.contacts.lado?.provenance?.source).toBe('Fenshire shared manual')
    expect(model.contacts.childrenFrontDoor?.provenance?.source).toBe('Wicken Town website')
  })

  test('tells where each field was written, and who says so there', () => {
    const {origins = {}} = model
    expect(origins['contacts.childrenFrontDoor.phone']).toEqual({
      model: 'wicken-overlay',
      path: 'models/district-overlay.procedures.yaml',
      line: 9,
      provenance: expect.objectContaining({source: 'Wicken Town website'}),
    })
    expect(origins['contacts.childrenFrontDoor.hours']).toMatchObject({
      model: 'fenshire-manual',
      line: 13,
      provenance: {source: 'Fenshire shared manual'},
    })
    expect(origins['escalation.children.stages.1.toRole']).toMatchObject({model: 'wicken-overlay', line: 16})
  })

  test('is laid over what it extends, whatever the order of the flags', () => {
    expect({...read(overlay, manual), sha256: ''}).toEqual({...model, sha256: ''})
  })
})

test('short forms have the origin of what was written', () => {
  const {origins = {}} = read(fixture('models/roles-by-agency.procedures.yaml'))
  expect(origins['escalation.adults.stages.1.toRole']).toMatchObject({line: 9})
  expect(read(fixture('models/joint-board.procedures.yaml')).origins?.['partnerships.sab.name']).toMatchObject({
    line: 11,
  })
})

describe('extends', () => {
  const requirements = packs().england!.requirements.length

  test('is england where nothing is said, and nothing where the list is empty', () => {
    expect(read(file('a.yaml', 'id: a\ntitle: A\n')).requirements).toHaveLength(requirements)
    expect(read(file('a.yaml', 'id: a\ntitle: A\nextends: []\n')).requirements).toHaveLength(0)
    expect(read(file('a.yaml', 'id: a\ntitle: A\nextends: england\n')).packs).toEqual([
      expect.objectContaining({id: 'england', edition: packs().england!.edition, sha256: packs().england!.sha256}),
    ])
  })

  test('names another file by its id or by the end of its path', () => {
    const base = file('county/base.yaml', 'id: base\ntitle: Base\ncontacts: {lado: {phone: 01632 960300}}\n')
    for (const name of ['base', 'base.yaml', './base.yaml', '../county/base.yaml']) {
      const model = read(file('town.yaml', `id: town\ntitle: Town\nextends: [${name}]\n`), base)
      expect(model.contacts.lado?.phone).toBe('01632 960300')
      expect(model.id).toBe('town')
    }
  })

  test('does not take the end of a word for a file name', () => {
    const base = file('base.yaml', 'id: x\ntitle: Base\n')
    expect(() => read(file('town.yaml', 'id: town\ntitle: Town\nextends: [yaml]\n'), base)).toThrow(
      'extends names yaml',
    )
  })

  test('going round in a circle is refused', () => {
    const a = file('a.yaml', 'id: a\ntitle: A\nextends: [b]\n')
    const b = file('b.yaml', 'id: b\ntitle: B\nextends: [a]\n')
    expect(() => read(a, b)).toThrow('b.yaml:3:11: extends names a, which in the end extends this file')
    expect(() => read(file('a.yaml', 'id: a\ntitle: A\nextends: [a]\n'))).toThrow('in the end extends this file')
  })
})

test('without any model the pack stands alone', () => {
  const model = read()
  expect(model).toMatchObject({id: 'england', local: false, path: 'pack:england', contacts: {}, escalation: {}})
})

test('a local date of a term goes over the national one', () => {
  const [national] = packs().england!.registers.obsoleteTerms
  const {registers} = read(file('a.yaml', `id: a\ntitle: A\nterms: [{id: ${national!.id}, since: "2021-03"}]\n`))
  expect(registers.obsoleteTerms.find(({id}) => id === national!.id)).toEqual({...national, since: '2021-03'})
})
