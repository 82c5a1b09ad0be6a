import { Link } from '@tanstack/react-router'
import { useText } from '../lib/language.tsx'
import { Empty } from '../ui/empty.tsx'

const texts = {
  title: { zh: '没有这一页', en: 'There is no such page' },
  hint: {
    zh: '地址可能写错，或内容不在您的授权范围内。',
    en: 'The address may be wrong, or the content is outside your authorisation.',
  },
  home: { zh: '回工作台', en: 'Back to my desk' },
}

export function NotFoundPage() {
  const t = useText()
  return (
    <Empty title={t(texts.title)} act={<Link to="/">{t(texts.home)}</Link>}>
      {t(texts.hint)}
    </Empty>
  )
}
