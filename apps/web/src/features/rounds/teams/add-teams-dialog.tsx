import type { RoundMode } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { Form, Input, InputNumber, Modal } from '../../../ui/antd.ts'
import { PlacePicker } from '../../../ui/place-picker.tsx'
import { SeatGroups } from './seat-groups.tsx'
import { addTeams, type SeatGroup, type Team } from './team-draft.ts'
import { texts } from './texts.ts'

interface AddTeamsDialogProps {
  readonly isOpen: boolean
  readonly mode: RoundMode
  readonly teams: readonly Team[]
  readonly onAdd: (teams: readonly Team[]) => void
  readonly onClose: () => void
}

/** Seats of a usual team; a paired one has locals in it. */
function usualSeats(mode: RoundMode): readonly SeatGroup[] {
  return [
    { role: 'leader', skill: '', origin: '', count: 1 },
    { role: 'deputy', skill: '', origin: '', count: 1 },
    { role: 'liaison', skill: '', origin: mode === 'paired' ? 'host' : '', count: 1 },
    { role: 'member', skill: '', origin: mode === 'paired' ? 'sender' : '', count: 4 },
  ]
}

/** Adds several teams at once, all with the same seats. */
export function AddTeamsDialog({ isOpen, mode, teams, onAdd, onClose }: AddTeamsDialogProps) {
  const t = useText()
  const [count, setCount] = useState(1)
  const [name, setName] = useState('第{n}组')
  const [home, setHome] = useState<string | null>(null)
  const [host, setHost] = useState<string | null>(null)
  const [groups, setGroups] = useState(() => usualSeats(mode))
  return (
    <Modal
      title={t(texts.addMany)}
      open={isOpen}
      width={640}
      okText={t(texts.add)}
      onCancel={onClose}
      onOk={() => {
        onAdd(addTeams(teams, { count, name, groups, home, host }, newId))
        onClose()
      }}
    >
      <Form layout="horizontal" colon={false} labelCol={{ flex: '76px' }} labelAlign="left" className="add-teams">
        <Form.Item label={t(texts.count)} htmlFor="team-count">
          <InputNumber id="team-count" min={1} max={200} value={count} onChange={(value) => setCount(value ?? 1)} />
        </Form.Item>
        <Form.Item label={t(texts.name)} htmlFor="team-name" extra={t(texts.nameNote, { n: '{n}' })}>
          <Input id="team-name" value={name} onChange={(event) => setName(event.target.value)} />
        </Form.Item>
        <Form.Item label={t(texts.home)}>
          <PlacePicker label={t(texts.home)} value={home} onChange={setHome} />
        </Form.Item>
        <Form.Item label={t(texts.host)}>
          <PlacePicker label={t(texts.host)} value={host} onChange={setHost} />
        </Form.Item>
        <Form.Item label={t(texts.seats)}>
          <SeatGroups groups={groups} onChange={setGroups} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
