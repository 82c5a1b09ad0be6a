import type { PaperDesk } from '@shengmian/contract'
import { readCardCode } from '@shengmian/sealing/card'
import { useState } from 'react'
import { isoDay } from '../../../lib/dates.ts'
import { useText } from '../../../lib/language.tsx'
import { Button, Form, Input, Radio, Select } from '../../../ui/antd.ts'
import { LeaveGuard } from '../../../ui/leave-guard.tsx'
import { Sheet } from '../../../ui/page.tsx'
import { LetterPhotos } from './letter-photos.tsx'
import { sealPaper, sendPaper, type PaperChannel, type PaperFault, type Sealed, type Slip, type Written } from './seal-paper.ts'

const texts = {
  channel: { zh: '怎么来的', en: 'How it came' },
  onSite: { zh: '现场', en: 'on site' },
  remote: { zh: '远程', en: 'remote' },
  visit: { zh: '走访', en: 'Visit' },
  box: { zh: '意见箱', en: 'Box' },
  letter: { zh: '来信', en: 'Letter' },
  call: { zh: '来电', en: 'Call' },
  village: { zh: '哪个村', en: 'Village' },
  noVillage: { zh: '没说，或不在名单里', en: 'not said, or not listed' },
  lives: { zh: '反映人住在', en: 'Lives' },
  here: { zh: '本村', en: 'in the village' },
  away: { zh: '在外', en: 'away' },
  unsaid: { zh: '没说', en: 'not said' },
  text: { zh: '反映的事', en: 'What was told' },
  textHint: { zh: '照原话写；没有说的不要补。', en: 'In the teller’s words; add nothing.' },
  needText: { zh: '没有内容，不能寄', en: 'There is nothing to send' },
  card: { zh: '卡码（信上写了、人带着卡才填）', en: 'Card code, where there is one' },
  cardHint: {
    zh: '一张卡是一户人家；没有照收，分量一样。',
    en: 'One card is one household; without it the report counts as much.',
  },
  cardWrong: { zh: '卡码有一处抄错了；认不出就删掉', en: 'A letter of it is wrong; leave it out if it cannot be read' },
  name: { zh: '姓名（愿意留的才写）', en: 'Name, only where it was given freely' },
  reach: { zh: '电话或住处', en: 'Telephone or address' },
  nameHint: { zh: '姓名另锁一层，收件人打不开，要两个人一起才能打开。', en: 'Sealed apart: two people open it together.' },
  send: { zh: '锁好寄出，给查询码', en: 'Seal, send, give the code' },
  again: { zh: '再寄一次', en: 'Send again' },
}

const faults: Readonly<Record<PaperFault, { readonly zh: string; readonly en: string }>> = {
  offline: { zh: '没寄出去，内容还在本页。等有信号再寄。', en: 'Not sent; it is still on this page.' },
  closed: { zh: '这个收件点已到期，不再收。', en: 'The desk is over.' },
  'no-keys': { zh: '没有今天可用的钥匙单，不能上锁。请告诉巡察办。', en: 'No manifest for today; tell the office.' },
  'keys-refused': {
    zh: '服务器给的钥匙单不对：不是批准的根钥签的，或比见过的旧。不要寄，请告诉巡察办。',
    en: 'The keys are not those of the approved root, or older than seen. Do not send; tell the office.',
  },
  'too-long': { zh: '太长了，分成两件录。', en: 'Too long; make two of it.' },
  'photos-full': {
    zh: '服务器放照片的地方满了。先把照片删掉，文字照收。',
    en: 'There is no room for photos; remove them, the text is taken.',
  },
  'not-acknowledged': {
    zh: '服务器的回执签名不对，不能当作已收到。请告诉巡察办。',
    en: 'The acknowledgement is not signed by this desk’s server. Tell the office.',
  },
}

interface Filled extends Omit<Written, 'village' | 'lives' | 'photos'> {
  readonly village: string
  readonly lives: 'here' | 'away' | 'unsaid'
}

interface PaperFormProps {
  readonly desk: PaperDesk
  readonly onDone: (slip: Slip) => void
}

/** One report from a letter, a visit, a call or the box. Nothing typed here is kept anywhere but in the sealed report. */
export function PaperForm({ desk, onDone }: PaperFormProps) {
  const t = useText()
  const [form] = Form.useForm<Filled>()
  const text = Form.useWatch('text', form) as string | undefined
  const [sealed, setSealed] = useState<Sealed | null>(null)
  const [fault, setFault] = useState<PaperFault | null>(null)
  const [photos, setPhotos] = useState<readonly Uint8Array[]>([])
  const [isBusy, setBusy] = useState(false)
  const send = async ({ village, lives, name, reach, ...rest }: Filled) => {
    setBusy(true)
    setFault(null)
    const written = {
      ...rest,
      text: rest.text.trim(),
      name,
      reach,
      photos,
      village: village === '' ? null : village,
      lives: lives === 'unsaid' ? null : lives,
    }
    // What was sealed and not acknowledged goes again as it is: the server then knows it for the same.
    const ready = sealed ?? (await sealPaper(desk, written, chinaDay()))
    const slip = typeof ready === 'string' ? ready : await sendPaper(ready)
    setBusy(false)
    if (typeof slip !== 'string') return onDone(slip)
    if (typeof ready !== 'string') setSealed(ready)
    setFault(slip)
  }
  const way = (value: PaperChannel, side: 'onSite' | 'remote') => ({
    value,
    label: (
      <>
        {t(texts[value])} <span className="muted">{t(texts[side])}</span>
      </>
    ),
  })
  return (
    <Sheet>
      <LeaveGuard isChanged={(text ?? '').trim() !== ''} />
      <Form
        className="paper-form"
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={isBusy}
        initialValues={{ channel: 'visit', village: desk.villages[0]?.code ?? '', lives: 'here', card: '', name: '', reach: '' }}
        onValuesChange={() => setSealed(null)}
        onFinish={(filled) => void send(filled)}
      >
        <Form.Item name="channel" label={t(texts.channel)}>
          <Radio.Group
            optionType="button"
            options={[way('visit', 'onSite'), way('box', 'onSite'), way('letter', 'remote'), way('call', 'remote')]}
          />
        </Form.Item>
        <div className="paper-two">
          <Form.Item name="village" label={t(texts.village)}>
            <Select
              options={[
                ...desk.villages.map(({ code, name }) => ({ value: code, label: name })),
                { value: '', label: t(texts.noVillage) },
              ]}
            />
          </Form.Item>
          <Form.Item name="lives" label={t(texts.lives)} className="paper-three">
            <Radio.Group
              optionType="button"
              options={(['here', 'away', 'unsaid'] as const).map((value) => ({ value, label: t(texts[value]) }))}
            />
          </Form.Item>
        </div>
        <Form.Item
          name="text"
          label={t(texts.text)}
          extra={t(texts.textHint)}
          rules={[{ required: true, whitespace: true, message: t(texts.needText) }]}
        >
          <Input.TextArea rows={8} maxLength={20_000} autoComplete="off" />
        </Form.Item>
        <LetterPhotos
          photos={photos}
          isDisabled={isBusy}
          onChange={(changed) => {
            setPhotos(changed)
            setSealed(null)
          }}
        />
        <Form.Item
          name="card"
          label={t(texts.card)}
          extra={t(texts.cardHint)}
          className="paper-card"
          rules={[
            {
              validator: (_rule, value: string) =>
                value.trim() === '' || readCardCode(value) !== null
                  ? Promise.resolve()
                  : Promise.reject(new Error(t(texts.cardWrong))),
            },
          ]}
        >
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
        <div className="paper-two">
          <Form.Item name="name" label={t(texts.name)} extra={t(texts.nameHint)}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="reach" label={t(texts.reach)}>
            <Input maxLength={80} autoComplete="off" />
          </Form.Item>
        </div>
        {fault === null ? null : (
          <p className="paper-fault" role="alert">
            {t(faults[fault])}
          </p>
        )}
        <Button type="primary" size="large" htmlType="submit" loading={isBusy}>
          {t(sealed === null ? texts.send : texts.again)}
        </Button>
      </Form>
    </Sheet>
  )
}

/** The day in China: a report says no finer time. */
function chinaDay(): string {
  const now = new Date()
  return isoDay(new Date(now.getTime() + (now.getTimezoneOffset() + 480) * 60_000))
}
