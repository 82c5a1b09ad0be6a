import type { SessionView } from '@shengmian/contract'
import { useText, useLanguage } from '../../lib/language.tsx'
import { longDay } from '../../lib/dates.ts'
import { chargeKinds } from '../../lib/charge-kinds.ts'
import { roleNames } from '../../lib/roles.ts'
import { Link } from '@tanstack/react-router'
import { useLock, useSession, useSignOut } from './api.ts'
import './session.css'

const texts = {
  capacity: { zh: '以{role}身份', en: 'as {role}' },
  until: { zh: '至 {day}', en: 'until {day}' },
  lent: { zh: '{role}（受{name}委托）', en: '{role} (lent by {name})' },
  charge: { zh: '{place}{kind}', en: '{kind}, {place}' },
  charges: { zh: '{first}等{n}项责任', en: '{first} and {n} more' },
  noRole: { zh: '没有有效授权', en: 'no authorisation in force' },
  orders: { zh: '持派遣令 {n} 份', en: '{n} orders in force' },
  emergency: { zh: '紧急授权至 {at}，全程登记', en: 'emergency until {at}, all of it in the book' },
  till: { zh: '登录至 {at}', en: 'signed in until {at}' },
  leads: { zh: '线索收件至 {at}', en: 'leads until {at}' },
  security: { zh: '账号安全', en: 'Account security' },
  lock: { zh: '锁屏', en: 'Lock' },
  out: { zh: '退出', en: 'Sign out' },
}

/** Who am I, in what capacity, until when: one line, on every page. */
export function WhoAmI() {
  const t = useText()
  const { language } = useLanguage()
  const { data: session } = useSession()
  const signOut = useSignOut()
  const lock = useLock()
  if (session === null || session === undefined) return null
  const role = session.roles[0]
  return (
    <div className="who">
      <span className="who-name">{session.account.name}</span>
      {role === undefined ? (
        session.orders.length > 0 ? (
          <span>{t(texts.orders, { n: session.orders.length })}</span>
        ) : session.charges.length > 0 ? null : (
          <span className="muted">{t(texts.noRole)}</span>
        )
      ) : (
        <span className="who-capacity">
          {role.authority.name}
          {language === 'zh' ? '，' : ', '}
          {t(texts.capacity, {
            role: session.roles
              .map((held) =>
                held.lentBy === null
                  ? t(roleNames[held.role])
                  : t(texts.lent, { role: t(roleNames[held.role]), name: held.lentBy }),
              )
              .join(language === 'zh' ? '、' : ', '),
          })}
          {role.until === null ? null : (
            <>
              {language === 'zh' ? '，' : ', '}
              {t(texts.until, { day: longDay(role.until, language) })}
            </>
          )}
        </span>
      )}
      <OwnCharges charges={session.charges} />
      {session.emergency === null ? null : (
        <strong className="who-emergency">{t(texts.emergency, { at: clockOf(session.emergency.endsAt) })}</strong>
      )}
      <span className="who-till muted number">
        {t(session.leadsUntil === null ? texts.till : texts.leads, { at: clockOf(session.leadsUntil ?? session.endsAt) })}
      </span>
      <Link to="/account-security" className="who-out">
        {t(texts.security)}
      </Link>
      <button type="button" className="who-out" onClick={() => lock.mutate()}>
        {t(texts.lock)}
      </button>
      <button type="button" className="who-out" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
        {t(texts.out)}
      </button>
    </div>
  )
}

/** What the account answers for besides its role; the first by name, all of them under the pointer. */
function OwnCharges({ charges }: Pick<SessionView, 'charges'>) {
  const t = useText()
  const { language } = useLanguage()
  const names = charges.map(({ kind, place }) => t(texts.charge, { place: place.name, kind: t(chargeKinds[kind]) }))
  const [first] = names
  if (first === undefined) return null
  const n = language === 'zh' ? names.length : names.length - 1
  return (
    <span className="who-capacity" title={names.join(language === 'zh' ? '；' : '; ')}>
      {names.length === 1 ? first : t(texts.charges, { first, n })}
    </span>
  )
}

/** Hours and minutes on this machine's clock. */
function clockOf(instant: string): string {
  const at = new Date(instant)
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}
