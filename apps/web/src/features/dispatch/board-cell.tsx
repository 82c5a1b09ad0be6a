import { useText } from '../../lib/language.tsx'
import { MarkBox } from './marks.tsx'
import type { BoardCell } from './words.ts'

const texts = {
  empty: { zh: '空缺', en: 'empty' },
  homeUnknown: { zh: '工作地未核', en: 'home unverified' },
  pinned: { zh: '已固定在本组', en: 'fixed to this team' },
}

/** Name, home and six marks, always in the same places. */
export function BoardCellView({ cell }: { readonly cell: BoardCell }) {
  const t = useText()
  if (cell.person === null) return <span className="board-empty">{t(texts.empty)}</span>
  return (
    <>
      <span className="board-person">
        <span className="board-name" title={cell.person.title ?? cell.person.name}>
          {cell.person.name}
          {cell.pinned ? (
            <span className="board-pin" title={t(texts.pinned)}>
              ●
            </span>
          ) : null}
        </span>
        <span className="board-home" title={cell.person.home?.name ?? t(texts.homeUnknown)}>
          {cell.person.home === null ? <span className="unverified">?</span> : cell.person.home.name}
        </span>
      </span>
      <span className="board-marks">
        {cell.marks.map((mark) => (
          <MarkBox key={mark.check} check={mark.check} result={mark.result} hint={mark.hint} isWaived={mark.waived} />
        ))}
      </span>
    </>
  )
}
