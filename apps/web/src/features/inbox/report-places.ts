// Where a report is from. A phone seals the village that its paper named and the printed code that was scanned; the team's device knows
// what each code stands for.
import type { listPosters, Medium, ReplyOf } from '@shengmian/contract'
import type { Report } from '@shengmian/sealing'

type Posters = Pick<ReplyOf<typeof listPosters>, 'items' | 'places'>

export interface ReportPlaces {
  /** The same report with the village that its code was printed for; what it says itself comes first. */
  readonly placed: (report: Report) => Report
  /** The place in words, of a report or of the twelve digits of a village; null where nobody knows. */
  readonly nameOf: (of: Pick<Report, 'village' | 'poster'>) => string | null
  /** A printed code with what it is and where it hangs; the bare code where nobody knows. */
  readonly codeOf: (code: string, medium: (of: Medium) => string) => string
}

export function reportPlaces({ items, places }: Posters): ReportPlaces {
  const codes = new Map(items.map((poster) => [poster.code, poster]))
  const names = new Map<string, string>()
  for (const { village, place } of items) if (village !== null) names.set(village, place)
  for (const { village, name } of places) if (village !== null) names.set(village, name)
  const printedFor = (code: string | null) => (code === null ? undefined : codes.get(code))
  return {
    placed: (report) => ({ ...report, village: report.village ?? printedFor(report.poster)?.village ?? null }),
    codeOf: (code, medium) => {
      const poster = printedFor(code)
      return poster === undefined ? code : `${medium(poster.medium)} ${code}（${poster.place}）`
    },
    nameOf: ({ village, poster }) => (village === null ? (printedFor(poster)?.place ?? null) : (names.get(village) ?? village)),
  }
}
