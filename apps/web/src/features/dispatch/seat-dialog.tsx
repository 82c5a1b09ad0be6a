import { useMemo, useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { seatRole } from '../../lib/round-words.ts'
import { Form, Modal, Select } from '../../ui/antd.ts'
import { Empty } from '../../ui/empty.tsx'
import { MoveCheck } from './move-check.tsx'
import { candidatesFor, seatMoves } from './seats.ts'
import type { Board, BoardCell, BoardRow } from './words.ts'

const texts = {
  replace: { zh: '换下{name}', en: 'Replace {name}' },
  fill: { zh: '补空席', en: 'Fill the seat' },
  seat: { zh: '{team} {role}', en: '{team}, {role}' },
  who: { zh: '换成谁', en: 'By whom' },
  hint: { zh: '选一个人，马上核对；没有席位的排在前面', en: 'Choose somebody: checked at once; those without a seat come first' },
  free: { zh: '无席位', en: 'no seat' },
  none: { zh: '没有可用的人', en: 'Nobody is left' },
  noneWhy: { zh: '名单里的人都已有席位，可在编制里增补人员。', en: 'Everybody on the list has a seat; add people in planning.' },
}

interface SeatDialogProps {
  readonly round: string
  readonly board: Board
  readonly row: BoardRow
  readonly cell: BoardCell
  readonly onClose: () => void
}

/** Fills a seat by hand, from those without one or by changing places. */
export function SeatDialog({ round, board, row, cell, onClose }: SeatDialogProps) {
  const t = useText()
  const [person, setPerson] = useState<string | null>(null)
  const candidates = useMemo(() => candidatesFor(board, row.team, cell.slot), [board, row.team, cell.slot])
  const moves = useMemo(
    () => (person === null ? null : seatMoves(board, row.team, cell.slot, person)),
    [board, row.team, cell.slot, person],
  )
  const title = cell.person === null ? t(texts.fill) : t(texts.replace, { name: cell.person.name })
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <p>{t(texts.seat, { team: row.name, role: t(seatRole(cell.role)) })}</p>
      {candidates.length === 0 ? (
        <Empty title={t(texts.none)}>{t(texts.noneWhy)}</Empty>
      ) : (
        <Form layout="vertical" requiredMark={false}>
          <Form.Item label={t(texts.who)} extra={t(texts.hint)} htmlFor="seat-person">
            <Select
              id="seat-person"
              autoFocus
              showSearch={{ optionFilterProp: 'label' }}
              value={person}
              onChange={setPerson}
              options={candidates.map((one) => ({
                value: one.person.id,
                label: [one.person.name, one.person.home?.name ?? '', one.from?.name ?? t(texts.free)].join(' '),
              }))}
            />
          </Form.Item>
        </Form>
      )}
      {moves === null ? null : <MoveCheck key={person} round={round} version={board.version} moves={moves} onDone={onClose} />}
    </Modal>
  )
}
