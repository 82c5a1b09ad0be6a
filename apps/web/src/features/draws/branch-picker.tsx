import { downloadBranches, readPool } from '@shengmian/contract'
import { useState } from 'react'
import { addressOf } from '../../lib/api.ts'
import { useText } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { Select } from '../../ui/antd.ts'

const texts = {
  title: { zh: '交本人核对', en: 'For a person to check' },
  what: {
    zh: '只含他本人的记录。本人据此可核对冻结的是不是他的实情，看不到别人的。',
    en: 'Holds his own records only: he checks that what was frozen is true of him, and sees nobody else’s.',
  },
  person: { zh: '人员', en: 'Person' },
  download: { zh: '下载', en: 'Download' },
}

/** Hands somebody the branches of his own records. */
export function BranchPicker({ draw, round }: { readonly draw: string; readonly round: string }) {
  const t = useText()
  const pool = useRead(readPool, { params: { round } })
  const [person, setPerson] = useState<string | undefined>()
  return (
    <section>
      <h2>{t(texts.title)}</h2>
      <div className="draw-branch">
        <Select
          size="small"
          aria-label={t(texts.person)}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t(texts.person)}
          loading={pool.isPending}
          value={person}
          onChange={setPerson}
          options={(pool.data?.items ?? []).map((entry) => ({ value: entry.person.id, label: entry.person.name }))}
        />
        {person === undefined ? null : (
          <a className="row-act" href={addressOf(downloadBranches, { draw, person })}>
            {t(texts.download)}
          </a>
        )}
      </div>
      <p>{t(texts.what)}</p>
    </section>
  )
}
