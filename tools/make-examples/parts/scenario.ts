// What every example starts from: its own random streams, names, offices, officials and the real names of places.
import { readDivisions, type Divisions } from './divisions.ts'
import { naming, type Naming } from './names.ts'
import { officeBook, type OfficeBook } from './offices.ts'
import { officialMaker, type OfficialMaker } from './officials.ts'
import { seeded, type Random } from './random.ts'

export type Scenario = {
  readonly prefix: string
  /** The month in which the round starts. */
  readonly month: string
  readonly places: Divisions
  readonly stream: (label: string) => Random
  readonly naming: Naming
  readonly offices: OfficeBook
  readonly officials: OfficialMaker
}

let divisions: Divisions | undefined

/** `cityNames` replaces the file's 市辖区 by the name of the city. */
export function scenario(prefix: string, start: string, cityNames: Readonly<Record<string, string>> = {}): Scenario {
  divisions ??= readDivisions()
  const file = divisions
  const places: Divisions = {
    ...file,
    name: (code) => cityNames[code] ?? file.name(code),
    short: (code) => cityNames[code] ?? file.short(code),
  }
  const stream = (label: string) => seeded(`${prefix}/${label}`)
  const names = naming(stream('names'))
  const month = start.slice(0, 7)
  return {
    prefix,
    month,
    places,
    stream,
    naming: names,
    offices: officeBook(prefix, places.name),
    officials: officialMaker({ prefix, random: stream('officials'), naming: names, month }),
  }
}
