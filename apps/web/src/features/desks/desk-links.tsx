import type { Medium } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useText } from '../../lib/language.tsx'
import './desks.css'

const texts = {
  desk: { zh: '收件点', en: 'Desk' },
  posters: { zh: '海报与卡片', en: 'Posters and cards' },
  notices: { zh: '宣传文稿', en: 'Texts' },
  paper: { zh: '纸质代录', en: 'Paper lane' },
}

/** The pages of a desk beside the one that is open. */
export function DeskLinks({ round, here }: { readonly round: string; readonly here: 'desk' | 'posters' | 'notices' }) {
  const t = useText()
  const params = { round }
  return (
    <>
      {here === 'desk' ? null : (
        <Link className="desk-link" to="/rounds/$round/desk" params={params}>
          {t(texts.desk)}
        </Link>
      )}
      {here === 'posters' ? null : (
        <Link className="desk-link" to="/rounds/$round/desk/posters" params={params}>
          {t(texts.posters)}
        </Link>
      )}
      {here === 'notices' ? null : (
        <Link className="desk-link" to="/rounds/$round/desk/notices" params={params}>
          {t(texts.notices)}
        </Link>
      )}
      {here === 'desk' ? (
        <Link className="desk-link" to="/paper-lane">
          {t(texts.paper)}
        </Link>
      ) : null}
    </>
  )
}

interface PrintLinkProps {
  readonly round: string
  readonly medium: Medium
  /** One code alone; without it all of the medium. */
  readonly code?: string
  readonly label: string
}

/** To the sheets of a medium, as they come out of the printer. */
export function PrintLink({ round, medium, code, label }: PrintLinkProps) {
  return (
    <Link
      className={code === undefined ? 'desk-link' : 'row-act'}
      to="/rounds/$round/desk/print"
      params={{ round }}
      search={{ medium, ...(code === undefined ? {} : { code }) }}
    >
      {label}
    </Link>
  )
}
