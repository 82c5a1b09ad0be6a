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
  nothing: { zh: '还没有行程、调阅和当地情况', en: 'No schedule, documents or notes yet' },
  none: { zh: '没有', en: 'None' },
  add: { zh: '增加一项', en: 'Add' },
  edit: { zh: '填写', en: 'Write' },
  editNote: { zh: '填写当地情况', en: 'Write local notes' },
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
  // A round has many places and most begin empty: one line for each of those.
  const isBare = note === null && target.schedule.length + target.documents.length === 0
  return (
    <section className={`sheet place-pack${isBare ? ' place-bare' : ''}`}>
      <h2>
        {target.name}
        <span className="muted">{target.place.name}</span>
        <span>
          {liaison === null ? t(texts.noLiaison) : t(texts.liaison, { name: liaison.name, phone: liaison.phone ?? '' })}
        </span>
        {isBare ? <span className="muted">{t(texts.nothing)}</span> : null}
        {onAdd === null ? null : (
          <Button size="small" onClick={onAdd}>
            {t(texts.add)}
          </Button>
        )}
        {isBare && onNote !== null ? (
          <Button size="small" onClick={onNote}>
            {t(texts.editNote)}
          </Button>
        ) : null}
      </h2>
      {isBare ? null : <Arranged target={target} onNote={onNote} />}
    </section>
  )
}

function Arranged({ target, onNote }: Pick<PlaceLogisticsProps, 'target' | 'onNote'>) {
  const t = useText()
  const { schedule, documents, note } = target
  return (
    <>
      <h3>
        {t(texts.schedule)} {schedule.length === 0 ? <span className="muted">{t(texts.none)}</span> : null}
      </h3>
      <ArrangementList lines={schedule} />
      <h3>
        {t(texts.documents)} {documents.length === 0 ? <span className="muted">{t(texts.none)}</span> : null}
      </h3>
      <ArrangementList lines={documents} />
      <h3>
        {t(texts.note)} {note === null ? <span className="muted">{t(texts.empty)}</span> : null}
        {onNote === null ? null : (
          <Button type="link" size="small" onClick={onNote}>
            {t(texts.edit)}
          </Button>
        )}
      </h3>
      {note === null ? null : (
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
    </>
  )
}
