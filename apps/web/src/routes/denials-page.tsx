import { useState } from 'react'
import { DenialTallies } from '../features/watch/denial-tallies.tsx'
import { DenialTable } from '../features/watch/denial-table.tsx'
import { ListedSheet } from '../features/watch/listed-sheet.tsx'
import { useDenials } from '../features/watch/use-watched.ts'
import { useText } from '../lib/language.tsx'
import { Input } from '../ui/antd.ts'
import { Page } from '../ui/page.tsx'

const texts = {
  title: { zh: '拒绝查询', en: 'Denials' },
  note: {
    zh: '点开一行，看按哪条规则、依据哪些事实拒绝。只列归属，不显示业务内容。',
    en: 'Open a row for the rule and the facts. Keys only, no business.',
  },
  search: { zh: '按账号姓名查找', en: 'Find by name' },
  none: { zh: '没有拒绝记录', en: 'Nothing was refused' },
  why: {
    zh: '您管辖范围内的账号被拒绝的每一次请求都会记在这里。',
    en: 'Every request refused to an account within your range is listed here.',
  },
}

/** For the security administrator: what was refused to whom, and why. */
export function DenialsPage() {
  const t = useText()
  const [search, setSearch] = useState('')
  const list = useDenials(search)
  return (
    <Page
      title={t(texts.title)}
      note={t(texts.note)}
      acts={
        <Input.Search
          allowClear
          placeholder={t(texts.search)}
          style={{ width: 220 }}
          maxLength={100}
          onSearch={(text) => setSearch(text.trim())}
        />
      }
    >
      <DenialTallies />
      <ListedSheet title={t(texts.title)} list={list} none={t(texts.none)} why={t(texts.why)}>
        {(items) => <DenialTable denials={items} />}
      </ListedSheet>
    </Page>
  )
}
