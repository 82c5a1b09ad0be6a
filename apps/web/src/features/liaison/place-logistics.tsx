import type { TargetLogistics } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'
import { ArrangementList } from './arrangement-list.tsx'
import './liaison.css'

const texts = {
  liaison: { zh: '联络员 {name} {phone}', en: 'Liaison {name} {phone}' },
  noLiaison: { zh: '未指定联络员', en: 'No liaison is named' },
  schedule: { zh: '行程', en: 'Schedule' },
  documents: { zh: '调阅清单', en: 'Documents asked for' },
  note: { zh: '当地情况', en: 'Local notes' },
  way: { zh: '路途', en: 'Way' },
  dialect: { zh: '方言', en: 'Dialect' },
  holidays: { zh: '节俗农时', en: 'Holidays' },
  contacts: { zh: '联系人', en: 'Contacts' },
  empty: { zh: '还没有写', en: 'Nothing is written' },
  add: { zh: '增加一项', en: 'Add' },
  edit: { zh: '填写', en: 'Write' },
}

interface PlaceLogisticsProps {
  readonly target: TargetLogistics
  readonly onAdd: (() => void) | null
  readonly onNote: (() => void) | null
}

/** One place that a team goes to: liaison, schedule, documents, local notes. Nothing of the inspection itself. */
export function PlaceLogistics({ target, onAdd, onNote }: PlaceLogisticsProps) {
  const t = useText()
  const { liaison, note } = target
  return (
    <section className="sheet place-pack">
      <h2>
        {target.name}
        <span className="muted">{target.place.name}</span>
        <span>
          {liaison === null ? t(texts.noLiaison) : t(texts.liaison, { name: liaison.name, phone: liaison.phone ?? '' })}
        </span>
        {onAdd === null ? null : (
          <Button size="small" onClick={onAdd}>
            {t(texts.add)}
          </Button>
        )}
      </h2>
      <h3>{t(texts.schedule)}</h3>
      <ArrangementList lines={target.schedule} />
      <h3>{t(texts.documents)}</h3>
      <ArrangementList lines={target.documents} />
      <h3>
        {t(texts.note)}{' '}
        {onNote === null ? null : (
          <Button type="link" size="small" onClick={onNote}>
            {t(texts.edit)}
          </Button>
        )}
      </h3>
      {note === null ? (
        <p className="muted">{t(texts.empty)}</p>
      ) : (
        <dl className="place-notes">
          {(['way', 'dialect', 'holidays'] as const).map((part) =>
            note[part] === '' ? null : [<dt key={`${part} is`}>{t(texts[part])}</dt>, <dd key={part}>{note[part]}</dd>],
          )}
          {note.contacts.length === 0 ? null : <dt>{t(texts.contacts)}</dt>}
          {note.contacts.length === 0 ? null : (
            <dd>{note.contacts.map(({ name, duty, phone }) => `${name} ${duty} ${phone}`).join('\n')}</dd>
          )}
        </dl>
      )}
    </section>
  )
}
