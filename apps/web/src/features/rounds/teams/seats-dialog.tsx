import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { Modal } from '../../../ui/antd.ts'
import { SeatGroups } from './seat-groups.tsx'
import { groupSeats, seatsOf, type Seat, type Team } from './team-draft.ts'
import { texts } from './texts.ts'

interface SeatsDialogProps {
  readonly team: Team
  readonly onDone: (seats: Seat[]) => void
  readonly onClose: () => void
}

/** The seats of one team. */
export function SeatsDialog({ team, onDone, onClose }: SeatsDialogProps) {
  const t = useText()
  const [groups, setGroups] = useState(() => groupSeats(team.slots))
  return (
    <Modal
      title={`${team.name} ${t(texts.seats)}`}
      open
      width={600}
      okText={t(texts.done)}
      onOk={() => onDone(seatsOf(groups))}
      onCancel={onClose}
    >
      <SeatGroups groups={groups} onChange={setGroups} />
    </Modal>
  )
}
