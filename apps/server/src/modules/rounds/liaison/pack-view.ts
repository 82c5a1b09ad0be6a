// The onboarding pack of an outside team: what is known of the place, who helps there, how one gets about.
import type { OnboardingPack } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { readDossiers } from '../../registry/index.ts'
import { prepareCharges } from '../charges/find-charge.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { targetsOf } from '../targets/target-store.ts'
import { viewLogistics } from './logistics-view.ts'

/** A pack for each target of the round that the caller sees; of the village file what the caller may read. */
export async function viewPacks(tx: Transaction, round: RoundRecord, day: string): Promise<OnboardingPack[]> {
  const targets = (await targetsOf(tx, round.id)).map(({ authority, round: id, unit, place }) => ({
    authority,
    round: id,
    unit,
    place,
  }))
  const find = await prepareCharges(tx, [round.authority])
  const dossiers = new Map(
    (
      await readDossiers(
        tx,
        targets.map(({ unit }) => unit),
      )
    ).map((dossier) => [dossier.unit.id, dossier]),
  )
  const logistics = await viewLogistics(tx, targets, day, find)
  return targets.flatMap((target, index) => {
    const [arranged, dossier] = [logistics[index], dossiers.get(target.unit)]
    if (arranged === undefined || dossier === undefined) return []
    return [
      {
        ...arranged,
        starts: round.starts,
        ends: round.ends,
        supervisor: find('daily-supervisor', round.authority, target)?.name ?? null,
        officials: (dossier.officials ?? []).map(({ name, title }) => ({ name, title: title ?? '' })),
        population: dossier.facts.population,
        class: dossier.unit.class,
        lastInspected: dossier.facts.lastInspected,
        sections: dossier.sections.flatMap(({ section, text, source }) =>
          text === null || text.trim() === '' ? [] : [{ key: section, text, source: source ?? '' }],
        ),
      },
    ]
  })
}
