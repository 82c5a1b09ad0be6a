import { decideNotice, listNotices, listPosters, readDeskOfRound, type Notice } from '@shengmian/contract'
import { useState } from 'react'
import { shortDay, shortInstant } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { DayChart } from '../day-chart.tsx'
import { DecisionDialog } from '../decision-dialog.tsx'
import { DeskLinks } from '../desk-links.tsx'
import { addressOf } from '../print/printed-desk.ts'
import { Section } from '../section.tsx'
import { channels } from '../words.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { WriteDialog } from './write-dialog.tsx'
import './notices.css'

const texts = {
  title: { zh: '宣传文稿', en: 'Texts' },
  write: { zh: '拟文稿', en: 'Write a text' },
  none: { zh: '还没有宣传文稿', en: 'No texts yet' },
  why: {
    zh: '明白卡、微信群、二维码三条渠道各有底稿。写明巡察组从哪里来，另一人批准后发布，发到哪里、哪一天都登记在这里。',
    en: 'Card, group and QR code each have a draft. It must say where the team is from; another hand approves; where and when it went out stays here.',
  },
  asked: { zh: '{name}拟稿 {at}', en: 'by {name}, {at}' },
  waiting: { zh: '待批准', en: 'waits for approval' },
  approved: { zh: '{name}已批准', en: 'approved by {name}' },
  refused: { zh: '{name}退回：{why}', en: 'declined by {name}: {why}' },
  decide: { zh: '批准文稿', en: 'Decide on the text' },
  copy: { zh: '复制', en: 'Copy' },
  log: { zh: '登记发布', en: 'Log a publication' },
  nowhere: { zh: '还没有发布', en: 'not published yet' },
}

/** The texts of a desk, newest first: who approved them, where and when they went out. */
export function NoticeView({ round }: { readonly round: string }) {
  const t = useText()
  const { data, error, refetch } = useRead(listNotices, { params: { round } })
  const { data: seen } = useRead(readDeskOfRound, { params: { round } })
  const { data: posters } = useRead(listPosters, { params: { round } })
  const [isWriting, setWriting] = useState(false)
  const [looked, setLooked] = useState<Notice | null>(null)
  const [published, setPublished] = useState<string | null>(null)
  const decide = useAct(decideNotice, refreshRound(round))
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading what={t(texts.title)} rows={5} />
  const desk = seen?.desk ?? null
  const group = posters?.items.find(({ medium, revoked }) => medium === 'group' && revoked === null)
  const close = () => {
    decide.reset()
    setLooked(null)
  }
  return (
    <Page
      title={t(texts.title)}
      acts={
        <>
          <DeskLinks round={round} here="notices" />
          {data.mayWrite && desk !== null ? (
            <Button type="primary" onClick={() => setWriting(true)}>
              {t(texts.write)}
            </Button>
          ) : null}
        </>
      }
    >
      {data.items.length === 0 ? (
        <Sheet label={t(texts.title)}>
          <Empty title={t(texts.none)}>{t(texts.why)}</Empty>
        </Sheet>
      ) : (
        <DayChart round={round} />
      )}
      {data.items.map((notice) => (
        <NoticeItem
          key={notice.id}
          notice={notice}
          onLook={notice.mayDecide ? () => setLooked(notice) : null}
          onPublish={notice.state === 'approved' ? () => setPublished(notice.id) : null}
        />
      ))}
      {isWriting && desk !== null ? (
        <WriteDialog
          round={round}
          desk={desk}
          link={group === undefined ? null : addressOf(desk, group)}
          onClose={() => setWriting(false)}
        />
      ) : null}
      {published === null ? null : <PublishDialog round={round} notice={published} onClose={() => setPublished(null)} />}
      {looked === null ? null : (
        <DecisionDialog
          title={t(texts.decide)}
          isBusy={decide.isPending}
          error={decide.error}
          onClose={close}
          onDecide={(body) => decide.mutate({ params: { round, notice: looked.id }, body }, { onSuccess: close })}
        >
          <p className="notice-text">{looked.text}</p>
        </DecisionDialog>
      )}
    </Page>
  )
}

interface NoticeItemProps {
  readonly notice: Notice
  readonly onLook: (() => void) | null
  readonly onPublish: (() => void) | null
}

function NoticeItem({ notice, onLook, onPublish }: NoticeItemProps) {
  const t = useText()
  const { language } = useLanguage()
  const { channel, text, state, askedBy, askedAt, decidedBy, opinion, publications } = notice
  const name = decidedBy ?? ''
  const said = state === 'asked' ? t(texts.waiting) : t(texts[state], { name, why: opinion ?? '' })
  const acts = (
    <>
      {onLook === null ? null : (
        <Button type="primary" onClick={onLook}>
          {t(texts.decide)}
        </Button>
      )}
      {onPublish === null ? null : (
        <>
          <Button onClick={() => void navigator.clipboard.writeText(text)}>{t(texts.copy)}</Button>
          <Button onClick={onPublish}>{t(texts.log)}</Button>
        </>
      )}
    </>
  )
  return (
    <Section
      title={t(channels[channel])}
      hint={`${t(texts.asked, { name: askedBy, at: shortInstant(askedAt, language) })} · ${said}`}
      act={acts}
    >
      <p className="notice-text">{text}</p>
      {state !== 'approved' ? null : publications.length === 0 ? (
        <p className="desk-line muted">{t(texts.nowhere)}</p>
      ) : (
        <ul className="notice-places">
          {publications.map(({ id, place, on, by }) => (
            <li key={id}>
              <span className="number">{shortDay(on, language)}</span> {place} <span className="muted">{by}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
