import { useText } from '../../lib/language.tsx'
import { MarkBox } from './marks.tsx'
import { exposureFigure, type BoardCell } from './words.ts'

const texts = {
  empty: { zh: '空缺', en: 'empty' },
  homeUnknown: { zh: '工作地未核', en: 'home unverified' },
  exposure: {
    zh: '暴露：通过直接或间接关系认识的对象内部人员的期望人数',
    en: 'Exposure: expected number of insiders known directly or through others',
  },
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
        {cell.exposure === 0 ? null : (
          <span className="board-cell-exposure number" title={t(texts.exposure)}>
            {exposureFigure(cell.exposure)}
          </span>
        )}
      </span>
    </>
  )
}
