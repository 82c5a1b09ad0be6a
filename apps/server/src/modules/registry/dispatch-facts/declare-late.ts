// What becomes known during a round: a tie that a person declares late, or a unit's objection to a person.
import { Problem } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { selectPeopleById } from '../people/person-store.ts'
import { insertObjection } from '../ties/objection-store.ts'
import { identityFaults } from '../ties/identity-number.ts'
import { sourceLabel, tieEntry } from '../ties/tie-catalogue.ts'
import { upsertTies } from '../ties/tie-store.ts'
import { selectOfficialsById } from '../units/official-store.ts'
import { demandUnit } from '../units/read-dossier.ts'

export interface LateDeclaration {
  readonly id: string
  readonly person: string
  /** Of an official the tie, of a unit its objection. */
  readonly official?: string
  readonly unit?: string
  readonly kind: string
  readonly degree?: string | null
  readonly from?: string | null
  readonly to?: string | null
  readonly detail: string | null
  readonly source: 'self' | 'office' | 'unit'
  readonly at: Date
  /** The account that enters it. */
  readonly by: string
}

interface Declared {
  readonly strength: number
  /** Name of the official; `null` for an objection of the whole unit. */
  readonly official: string | null
}

/** Stores the declaration and answers its strength in thousandths; an objection bars whatever its strength. */
export async function declareTie(tx: Transaction, late: LateDeclaration): Promise<Declared> {
  const errors = identityFaults({ 'body/detail': late.detail })
  if (errors.length > 0) throw new Problem('unfit', { errors })
  const day = late.at.toISOString().slice(0, 10)
  if (late.unit !== undefined) {
    const { county, id: unit, place } = await demandUnit(tx, late.unit)
    const why = late.detail ?? '被巡察单位申请回避'
    await insertObjection(
      tx,
      { county, id: late.id, unit, place, person: late.person, why, source: sourceLabel(late.source), day },
      late.by,
      late.at,
    )
    return { strength: 1000, official: null }
  }
  const [person] = await selectPeopleById(tx, [late.person])
  const [official] = late.official === undefined ? [] : await selectOfficialsById(tx, [late.official])
  const entry = tieEntry(late.kind, late.degree ?? null)
  if (person === undefined || official === undefined) throw new Problem('not-found')
  if (entry === null)
    throw new Problem('unfit', { errors: [{ at: 'body/kind', zh: '没有这种关系', en: 'the catalogue has no such tie' }] })
  await upsertTies(
    tx,
    [
      {
        authority: person.authority,
        id: late.id,
        person: person.id,
        otherKind: 'official',
        other: official.id,
        otherAuthority: null,
        otherCounty: official.county,
        otherName: official.name,
        kind: late.kind,
        degree: late.degree ?? null,
        class: entry.class,
        strength: entry.strength,
        from: late.from ?? null,
        to: late.to ?? null,
        detail: late.detail,
        source: late.source,
        day,
      },
    ],
    late.by,
    late.at,
  )
  return { strength: entry.strength, official: official.name }
}
