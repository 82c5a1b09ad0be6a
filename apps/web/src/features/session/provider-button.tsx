import { readIdentityProvider } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { useDeparture } from './provider.ts'

const texts = { by: { zh: '用{name}登录', en: 'Sign in by {name}' } }

/** There only where the installation is joined to a provider. */
export function ProviderButton() {
  const t = useText()
  const { data } = useRead(readIdentityProvider, {})
  const departure = useDeparture()
  if (data === undefined || data.name === null) return null
  return (
    <>
      <Button size="large" block loading={departure.isPending} onClick={() => departure.mutate()}>
        {t(texts.by, { name: data.name })}
      </Button>
      {departure.error === null ? null : <Refused error={departure.error} />}
    </>
  )
}
