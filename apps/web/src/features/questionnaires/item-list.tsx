import type { Questionnaire, QuestionnaireForm } from '@shengmian/contract'
import { useState } from 'react'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'
import { conditionsBefore } from './conditions.ts'
import { duplicateAt, moveAt, placesOf, replaceAt, type Path } from './edit-form.ts'
import { ItemEditor } from './item-editor.tsx'
import { lineKinds } from './words.ts'
import './questionnaires.css'

const texts = {
  up: { zh: '上移', en: 'Up' },
  down: { zh: '下移', en: 'Down' },
  copy: { zh: '复制', en: 'Duplicate' },
  remove: { zh: '删除', en: 'Delete' },
  when: { zh: '{condition}时才问', en: 'asked when {condition}' },
  noWords: { zh: '（还没有题面）', en: '(no words yet)' },
}

interface ItemListProps {
  readonly form: QuestionnaireForm
  readonly faults: Questionnaire['faults']
  /** `null`: only to look at. */
  readonly onChange: ((form: QuestionnaireForm) => void) | null
}

/** The items in order; the one that is open can be changed. Deleting asks nothing, since it can be undone. */
export function ItemList({ form, faults, onChange }: ItemListProps) {
  const t = useText()
  const { language } = useLanguage()
  const [open, setOpen] = useState<string | null>(null)
  const at = (path: Path) => path.join('.')
  let number = 0
  const move = (path: Path, way: -1 | 1) => {
    const moved = moveAt(form, path, way)
    onChange?.(moved.form)
    setOpen(at(moved.path))
  }
  return (
    <ol className="survey-items">
      {placesOf(form).map(({ path, item }) => {
        const isOpen = open === at(path) && onChange !== null
        if (item.kind !== 'group' && item.kind !== 'note') number += 1
        const wrong = faults.filter((fault) => fault.at === item.name)
        return (
          <li
            key={at(path)}
            className={`${path.length === 2 ? 'survey-inner ' : ''}${item.kind === 'group' ? 'survey-head' : ''}`}
          >
            <div className="survey-line">
              <button
                type="button"
                className="survey-open"
                aria-expanded={isOpen}
                onClick={() => setOpen(isOpen ? null : at(path))}
              >
                <span className="survey-kind">{t(lineKinds[item.kind])}</span>
                <span className="survey-words">
                  {item.kind === 'group' || item.kind === 'note' ? null : `${number}. `}
                  {item.label === '' ? <span className="muted">{t(texts.noWords)}</span> : item.label}
                  {'indicator' in item && item.indicator !== '' ? (
                    <span className="survey-indicator">{item.indicator}</span>
                  ) : null}
                </span>
              </button>
              {onChange === null ? null : (
                <span className="survey-acts">
                  <Button size="small" type="text" onClick={() => move(path, -1)}>
                    {t(texts.up)}
                  </Button>
                  <Button size="small" type="text" onClick={() => move(path, 1)}>
                    {t(texts.down)}
                  </Button>
                  <Button size="small" type="text" onClick={() => onChange(duplicateAt(form, path))}>
                    {t(texts.copy)}
                  </Button>
                  <Button size="small" type="text" danger onClick={() => onChange(replaceAt(form, path, []))}>
                    {t(texts.remove)}
                  </Button>
                </span>
              )}
            </div>
            {item.relevant === '' ? null : <Asked form={form} path={path} when={item.relevant} />}
            {wrong.map(({ part, zh, en }) => (
              <div key={`${part} ${zh}`} className="survey-fault">
                {language === 'zh' ? zh : en}
              </div>
            ))}
            {isOpen ? (
              <ItemEditor form={form} path={path} item={item} onChange={(made) => onChange(replaceAt(form, path, [made]))} />
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}

/** When an item is asked: in words where the condition is one of those that the editor offers. */
function Asked({ form, path, when }: { readonly form: QuestionnaireForm; readonly path: Path; readonly when: string }) {
  const t = useText()
  const ready = conditionsBefore(form, path).find(({ value }) => value === when)
  return ready === undefined ? (
    <code className="survey-when">{when}</code>
  ) : (
    <span className="survey-when">{t(texts.when, { condition: t(ready.words) })}</span>
  )
}
