import { countReports, type Report } from '@shengmian/sealing'
import { Fragment } from 'react'
import { useText } from '../../lib/language.tsx'
import { Figures } from './figures.tsx'
import { opened as texts, printed } from './opened-texts.ts'
import type { ReportPlaces } from './report-places.ts'

interface VillageFiguresProps {
  readonly reports: readonly Report[]
  readonly begins: string
  readonly places: ReportPlaces
}

/** How many spoke of each village, and by which printed code. */
export function VillageFigures({ reports, begins, places: { nameOf, codeOf } }: VillageFiguresProps) {
  const t = useText()
  const { villages, codes } = countReports(reports, begins)
  const counted = (count: number | null) => count ?? <span className="muted">{t(texts.hidden)}</span>
  return (
    <Figures title={t(texts.villages)} note={t(texts.villagesWhy)} head={[t(texts.village), t(texts.count)]}>
      {villages.map(({ village, reports: ofVillage }) => (
        <Fragment key={village ?? ''}>
          <tr>
            <td>{nameOf({ village, poster: null }) ?? t(texts.noVillage)}</td>
            <td className="number">{counted(ofVillage)}</td>
          </tr>
          {codes
            .filter((one) => one.village === village)
            .map(({ poster, reports: ofCode }) => (
              <tr key={poster ?? ''} className="figures-part">
                <td>{poster === null ? t(texts.noCode) : codeOf(poster, (medium) => t(printed[medium]))}</td>
                <td className="number">{counted(ofCode)}</td>
              </tr>
            ))}
        </Fragment>
      ))}
    </Figures>
  )
}
