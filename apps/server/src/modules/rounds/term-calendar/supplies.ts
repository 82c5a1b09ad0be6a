// Whose team-days a unit takes: those of the whole place, of its county, or of the counties that share their teams. Pure.
import { regionOf, type CalendarGround, type CalendarUnit } from './calendar-ground.ts'

export interface Supply {
  /** One code where it is a place of its own; the counties of a group in the order of their codes. */
  readonly regions: readonly string[]
  readonly name: string
  readonly units: readonly CalendarUnit[]
  /** Team-days of every period where the office gives this group its own, whatever the others have. */
  readonly days: number | null
}

/** In the order of the units, which is that of their places; a group stands where its first county does. */
export function suppliesOf({ settings, units, authority, counties }: CalendarGround): readonly Supply[] {
  if (settings.share !== 'county' || authority.code.length >= 6 || units.length === 0)
    return [{ regions: [authority.code], name: authority.name, units, days: null }]
  const groups = settings.groups.map((group) => ({ ...group, counties: group.counties.toSorted() }))
  const groupOf = new Map(groups.flatMap((group) => group.counties.map((county) => [county, group])))
  const byKey = Map.groupBy(units, (unit) => {
    const county = regionOf(unit).slice(0, 6)
    return groupOf.get(county)?.counties[0] ?? county
  })
  return [...byKey].map(([county, own]) => {
    const {
      name,
      counties: regions,
      days,
    } = groupOf.get(county) ?? {
      name: counties.get(county) ?? county,
      counties: [county],
      days: null,
    }
    return { regions, name, units: own, days }
  })
}
