import type { Dossier, DossierFacts, Official, Unit } from '@shengmian/contract'
import { wireCode } from '../../../platform/places.ts'
import { ancestorsOf } from '../places/find-regions.ts'
import { namedPlaceOf } from '../places/place-register.ts'
import { dossierSections, measureCompleteness } from './completeness.ts'
import type { ClassRow, DossierRow, SectionRow } from './dossier-store.ts'
import type { OfficialRow } from './official-store.ts'
import type { UnitRow } from './unit-store.ts'

export function unitView(row: UnitRow): Unit {
  return {
    id: row.id,
    county: String(row.county),
    place: namedPlaceOf(row.place),
    kind: row.kind,
    name: row.name,
    state: row.state,
    class: row.class,
    population: row.population,
    lastInspected: row.last_inspected,
    // Nobody entered is not the same as nobody there.
    officials: row.officials === 0 ? null : row.officials,
    version: row.version,
  }
}

export function officialView({ id, unit, name, title, isHead, from, until }: OfficialRow): Official {
  return { id, unit, name, title, isHead, from, until }
}

export const nothingKnown: DossierFacts = {
  population: null,
  petitions: null,
  weakBranch: null,
  poverty: null,
  economy: null,
  conflicts: null,
  lastInspected: null,
}

export function factsView(row: DossierFacts): DossierFacts {
  const { population, petitions, weakBranch, poverty, economy, conflicts, lastInspected } = row
  return { population, petitions, weakBranch, poverty, economy, conflicts, lastInspected }
}

export interface DossierRows {
  readonly unit: UnitRow
  readonly dossier: DossierRow | null
  readonly classes: readonly ClassRow[]
  readonly sections: readonly SectionRow[]
  readonly officials: readonly OfficialRow[]
}

export function dossierView({ unit, dossier, classes, sections, officials }: DossierRows): Dossier {
  const facts = dossier === null ? nothingKnown : factsView(dossier)
  const known = officials.length === 0 ? null : officials
  const texts = new Map(sections.map((section) => [section.section, section]))
  const completeness = measureCompleteness({
    facts,
    class: dossier?.class ?? null,
    officials: known,
    written: new Set(sections.filter(({ body }) => body.trim() !== '').map(({ section }) => section)),
  })
  return {
    unit: unitView(unit),
    ancestors: ancestorsOf(wireCode(unit.place)),
    facts,
    classes: classes.map(({ class: name, reason, day, reviewer, recorded_at }) => ({
      class: name,
      reason,
      day,
      reviewer,
      recordedAt: recorded_at.toISOString(),
    })),
    sections: dossierSections.map((section) => {
      const measured = completeness.sections.get(section)
      const text = texts.get(section)
      return {
        section,
        text: text?.body ?? null,
        source: text?.source ?? null,
        day: text?.day ?? null,
        completeness: measured?.percent ?? 0,
        missing: [...(measured?.missing ?? [])],
      }
    }),
    completeness: completeness.percent,
    officials: known?.map(officialView) ?? null,
    version: dossier?.version ?? 0,
  }
}
