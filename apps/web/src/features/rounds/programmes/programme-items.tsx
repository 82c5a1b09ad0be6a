import { addProgrammeItem, removeProgrammeItem, type ReplyOf, type readProgramme } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Button, Input } from '../../../ui/antd.ts'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { texts } from './texts.ts'

interface ProgrammeItemsProps {
  readonly programme: ReplyOf<typeof readProgramme>
  readonly authority: string | null
}

/** Demands locked from above, and what each body added; only an own item can be taken away. */
export function ProgrammeItems({ programme, authority }: ProgrammeItemsProps) {
  const t = useText()
  const [text, setText] = useState('')
  const [removing, setRemoving] = useState<string | null>(null)
  const add = useAct(addProgrammeItem, refreshRound(programme.id))
  const remove = useAct(removeProgrammeItem, refreshRound(programme.id))
  const params = { programme: programme.id }
  return (
    <Sheet label={t(texts.items)}>
      <div className="block-head">
        <h2>{t(texts.items)}</h2>
      </div>
      {add.error === null ? null : <Refused error={add.error} />}
      <ul className="records">
        {programme.items.map((item) => (
          <li key={item.id}>
            <span className={`tag ${item.locked ? 'tag-good' : ''}`}>{t(item.locked ? texts.locked : texts.own)}</span>{' '}
            {item.text} <span className="muted">{item.addedBy.name}</span>{' '}
            {!item.locked && item.addedBy.code === authority ? (
              <button type="button" className="button-link" onClick={() => setRemoving(item.id)}>
                {t(texts.remove)}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {authority === null ? null : (
        <form
          className="round-search"
          onSubmit={(event) => {
            event.preventDefault()
            add.mutate({ params, body: { id: newId(), body: authority, text: text.trim() } }, { onSuccess: () => setText('') })
          }}
        >
          <Input
            aria-label={t(texts.itemText)}
            placeholder={t(texts.itemText)}
            value={text}
            maxLength={200}
            onChange={(event) => setText(event.target.value)}
          />
          <Button htmlType="submit" disabled={text.trim() === ''} loading={add.isPending}>
            {t(texts.addItem)}
          </Button>
        </form>
      )}
      <ReasonDialog
        title={t(texts.remove)}
        isOpen={removing !== null}
        isBusy={remove.isPending}
        error={remove.error}
        onClose={() => setRemoving(null)}
        onDone={(reason) =>
          removing === null
            ? undefined
            : remove.mutate({ params: { ...params, item: removing }, body: { reason } }, { onSuccess: () => setRemoving(null) })
        }
      />
    </Sheet>
  )
}
