import { useText } from '../../lib/language.tsx'
import { Modal } from '../../ui/antd.ts'
import { MoveCheck } from './move-check.tsx'
import type { Moves } from './seats.ts'

const title = { zh: '调整席位', en: 'Change seats' }

interface SwapDialogProps {
  readonly round: string
  readonly version: number
  readonly moves: Moves
  readonly onClose: () => void
}

/** Two people change places by hand. */
export function SwapDialog({ round, version, moves, onClose }: SwapDialogProps) {
  const t = useText()
  return (
    <Modal open title={t(title)} footer={null} onCancel={onClose} destroyOnHidden>
      <MoveCheck round={round} version={version} moves={moves} onDone={onClose} />
    </Modal>
  )
}
