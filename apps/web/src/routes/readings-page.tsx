import { ReadingRates } from '../features/watch/reading-rates.tsx'
import { ReadingTable } from '../features/watch/reading-table.tsx'
import { ListedSheet } from '../features/watch/listed-sheet.tsx'
import { useReadings } from '../features/watch/use-watched.ts'
import { useText } from '../lib/language.tsx'
import { Page } from '../ui/page.tsx'

const texts = {
  title: { zh: '查阅与导出记录', en: 'Reads and exports' },
  none: { zh: '没有查阅或导出', en: 'Nothing was read or exported' },
  why: {
    zh: '回避证据每被查阅一次、密封件每被取走一次、文件每被导出一次，都会记在这里，谁也不能改动。',
    en: 'Every read of evidence, every sealed report taken and every export is listed here, and nobody can change it.',
  },
}

/** For the audit administrator: who read evidence and took exports. */
export function ReadingsPage() {
  const t = useText()
  const list = useReadings()
  return (
    <Page title={t(texts.title)}>
      <ReadingRates />
      <ListedSheet title={t(texts.title)} list={list} none={t(texts.none)} why={t(texts.why)}>
        {(items) => <ReadingTable readings={items} />}
      </ListedSheet>
    </Page>
  )
}
