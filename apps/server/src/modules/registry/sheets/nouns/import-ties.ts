import { v7 as uuidv7 } from 'uuid'
import { placeNumber } from '../../../../platform/places.ts'
import { selectPeopleNamed } from '../../people/person-store.ts'
import { sourceOfWord } from '../../ties/tie-catalogue.ts'
import { selectTies, upsertTies, type TieRow, type TieWritten } from '../../ties/tie-store.ts'
import { selectOfficials } from '../../units/official-store.ts'
import type { ReadRow } from '../read-sheet.ts'
import type { ImportContext, Importer, Outcome } from '../run-import.ts'
import { sameValue } from '../same-values.ts'
import { matchUnits, unitKeyOf } from './match-units.ts'
import { tiesSheet } from './ties-sheet.ts'

type Sheet = ReturnType<typeof tiesSheet>['columns']
type Row = ReadRow<Sheet>
type End = Pick<TieWritten, 'otherKind' | 'other' | 'otherAuthority' | 'otherCounty' | 'otherName'>
type Refuse = (column: keyof Sheet, zh: string, en: string) => null
type NamedPerson = { readonly id: string; readonly name: string; readonly number: string | null }

/** Imports declared ties: told apart by person, other end and kind. */
export function tiesImporter({ tx, authority, by, now }: ImportContext): Importer<Sheet, TieWritten> {
  const pool = placeNumber(authority)
  return {
    definition: tiesSheet(authority === '00' ? '' : authority),
    keyOf: ({ values }) => ({
      key: [values.person, values.end, values.other, values.place, values.unit, values.tie?.kind, values.tie?.degree].join(' '),
      column: 'person',
    }),
    weigh: async (rows) => {
      const words = rows.flatMap(({ values }) => [values.person ?? '', values.end === 'person' ? (values.other ?? '') : ''])
      const people = await selectPeopleNamed(tx, pool, [...new Set(words)].filter(Boolean))
      const find = (word: string) => people.filter(({ number, name }) => number === word || name === word)
      const ends = await endsOf(tx, pool, rows, find)
      const ids = [...new Set(rows.flatMap(({ values }) => find(values.person ?? '').map(({ id }) => id)))]
      const there = new Map(
        (ids.length === 0 ? [] : await selectTies(tx, pool, ids))
          .filter(({ state }) => state === 'active')
          .map((tie) => [keyOfTie(tie), tie]),
      )
      return rows.map((row, i) => weighTie(row, pool, find(row.values.person ?? ''), ends[i] ?? (() => null), there))
    },
    write: (records) => upsertTies(tx, records, by, now),
  }
}

const keyOfTie = ({
  person,
  other,
  otherName,
  kind,
  degree,
}: Pick<TieWritten, 'person' | 'other' | 'otherName' | 'kind' | 'degree'>) =>
  `${person} ${other ?? `@${otherName}`} ${kind} ${degree ?? ''}`

/** For each row a function that gives the other end, or refuses the row and says why. */
async function endsOf(
  tx: ImportContext['tx'],
  pool: number,
  rows: readonly Row[],
  find: (word: string) => readonly NamedPerson[],
): Promise<readonly ((refuse: Refuse) => End | null)[]> {
  const wanted = rows.map(({ values: { end, place, unit, other } }) => ({ place, unit: end === 'unit' ? (unit ?? other) : unit }))
  const units = await matchUnits(
    tx,
    wanted.filter((_, i) => ['official', 'unit'].includes(rows[i]?.values.end ?? '')),
  )
  const officials = Map.groupBy(
    units.size === 0 ? [] : await selectOfficials(tx, [...units.values()]),
    ({ unit, name }) => `${unit} ${name}`,
  )
  return rows.map(({ values: { end, other, place } }, i) => (refuse: Refuse): End | null => {
    const name = other ?? ''
    if (end === 'outsider') return { otherKind: end, other: null, otherAuthority: null, otherCounty: null, otherName: name }
    if (end === 'person') {
      const found = find(name)
      if (found.length !== 1 || found[0] === undefined)
        return refuse(
          'other',
          found.length === 0 ? `人才库里没有“${name}”` : `叫“${name}”的有${found.length}人，请填编号`,
          `${found.length} people of the pool are called "${name}"`,
        )
      return { otherKind: end, other: found[0].id, otherAuthority: pool, otherCounty: null, otherName: found[0].name }
    }
    if (place === null) return refuse('place', '干部、单位要填对方所在地', 'officials and units need their place')
    const unit = units.get(unitKeyOf(wanted[i] ?? { place, unit: null }))
    if (unit === undefined) return refuse('unit', '册里没有这个单位', 'the register has no such unit')
    if (end === 'unit')
      return { otherKind: 'unit', other: unit.id, otherAuthority: null, otherCounty: unit.county, otherName: unit.name }
    const named = officials.get(`${unit.id} ${name}`) ?? []
    if (named[0] === undefined)
      return refuse(
        'other',
        `${unit.name}的班子里没有“${name}”，请先导入班子成员`,
        `${unit.name} has no official called "${name}": import officials first`,
      )
    return { otherKind: 'official', other: named[0].id, otherAuthority: null, otherCounty: unit.county, otherName: name }
  })
}

function weighTie(
  row: Row,
  pool: number,
  people: readonly NamedPerson[],
  endOf: (refuse: Refuse) => End | null,
  there: ReadonlyMap<string, TieRow>,
): Outcome<TieWritten> {
  const { values } = row
  const faults: ReturnType<Row['faultAt']>[] = []
  const refuse: Refuse = (column, zh, en) => {
    faults.push(row.faultAt(column, zh, en))
    return null
  }
  const [person, second] = people
  const word = values.person ?? ''
  if (person === undefined) refuse('person', `人才库里没有“${word}”`, `nobody in the pool is called "${word}"`)
  if (second !== undefined)
    refuse(
      'person',
      `叫“${word}”的有${people.length}人，请填编号`,
      `${people.length} people are called "${word}": write the number`,
    )
  const end = endOf(refuse)
  if (end !== null && end.other !== null && end.other === person?.id)
    refuse('other', '对方就是申报人自己', 'the other end is the person himself')
  if (values.strength !== null && values.strength > 1000) refuse('strength', '强度不超过1000', 'strength is at most 1000')
  if (values.from !== null && values.to !== null && values.to < values.from)
    refuse('to', '结束早于开始', 'it ends before it begins')
  if (faults.length > 0 || person === undefined || end === null || values.tie === null || values.day === null)
    return { kind: 'faults', faults }
  const { kind, degree, class: tieClass, strength } = values.tie
  const known = there.get(keyOfTie({ person: person.id, ...end, kind, degree }))
  const tie: TieWritten = {
    ...end,
    authority: pool,
    id: known?.id ?? uuidv7(),
    person: person.id,
    kind,
    degree,
    class: tieClass,
    strength: values.strength ?? known?.strength ?? strength,
    from: values.from ?? known?.from ?? null,
    to: values.to ?? known?.to ?? null,
    detail: values.detail ?? known?.detail ?? null,
    source: values.source === null ? (known?.source ?? 'self') : sourceOfWord(values.source),
    day: values.day,
  }
  if (known === undefined) return { kind: 'added', record: tie }
  const { matchKey: _k, review: _r, reviewedBy: _b, reviewNote: _n, state: _s, recordedAt: _a, ...before } = known
  return sameValue(tie, before) ? { kind: 'same' } : { kind: 'changed', record: tie }
}
