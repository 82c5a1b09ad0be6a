import { useText } from '../lib/language.tsx'
import { Page } from '../ui/page.tsx'

const texts = { title: { zh: '工作台', en: 'My desk' } }

export function DeskPage() {
  const t = useText()
  return <Page title={t(texts.title)}>{null}</Page>
}
