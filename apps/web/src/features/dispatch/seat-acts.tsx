import { Link } from '@tanstack/react-router'
import { useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'
import { PinButton } from './pin-button.tsx'

const texts = {
  replace: { zh: '换人', en: 'Replace' },
  certificate: { zh: '回避审查表', en: 'Certificate of recusal' },
}

interface SeatActsProps {
  readonly round: string
  readonly person: string
  readonly team: string
  /** Left out where nothing may be changed. */
  readonly onReplace?: () => void
}

/** The foot of the drawer: fix, replace, and the certificate as the way on. */
export function SeatActs({ round, person, team, onReplace }: SeatActsProps) {
  const t = useText()
  return (
    <>
      {onReplace === undefined ? null : (
        <>
          <PinButton round={round} person={person} team={team} />
          <Button onClick={onReplace}>{t(texts.replace)}</Button>
        </>
      )}
      <span className="seat-drawer-spring" />
      <Link to="/rounds/$round/certificates/$person" params={{ round, person }}>
        <Button type="primary" tabIndex={-1}>
          {t(texts.certificate)}
        </Button>
      </Link>
    </>
  )
}
