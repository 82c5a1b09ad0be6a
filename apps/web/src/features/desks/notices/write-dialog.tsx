import { writeNotice, type Desk, type NoticeChannel } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { ActDialog } from '../../../ui/act-dialog.tsx'
import { Form, Input, Segmented } from '../../../ui/antd.ts'
import { channels, CHANNELS } from '../words.ts'
import { draftOf } from './notice-draft.ts'

const texts = {
  title: { zh: '拟宣传文稿', en: 'Write a text' },
  act: { zh: '提交批准', en: 'Hand in' },
  channel: { zh: '用在哪里', en: 'Channel' },
  text: { zh: '文稿', en: 'Text' },
  rule: { zh: '须写明巡察组来自{sender}，否则不能提交。', en: 'It must say that the team is from {sender}.' },
}

interface WriteDialogProps {
  readonly round: string
  readonly desk: Desk
  /** What a group is to tap. */
  readonly link: string | null
  readonly onClose: () => void
}

/** A draft for the channel, to be changed and handed in. */
export function WriteDialog({ round, desk, link, onClose }: WriteDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [channel, setChannel] = useState<NoticeChannel>('group')
  const [text, setText] = useState(() => draftOf('group', desk, link))
  const write = useAct(writeNotice, refreshRound(round))
  const choose = (next: NoticeChannel) => {
    setChannel(next)
    setText(draftOf(next, desk, link))
  }
  return (
    <ActDialog
      width={640}
      title={t(texts.title)}
      act={t(texts.act)}
      okButtonProps={{ disabled: text.trim().length < 10 }}
      isBusy={write.isPending}
      error={write.error}
      onAct={() => write.mutate({ params: { round }, body: { id, channel, text: text.trim() } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t(texts.channel)}>
          <Segmented<NoticeChannel>
            value={channel}
            onChange={choose}
            options={CHANNELS.map((value) => ({ value, label: t(channels[value]) }))}
          />
        </Form.Item>
        <Form.Item label={t(texts.text)} htmlFor="notice-text" extra={t(texts.rule, { sender: desk.sender })}>
          <Input.TextArea
            id="notice-text"
            rows={9}
            maxLength={2000}
            value={text}
            onChange={(event) => {
              write.reset()
              setText(event.target.value)
            }}
          />
        </Form.Item>
      </Form>
    </ActDialog>
  )
}
