import type { RequestNamed } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'

/** What was asked, in words; method and address below, for whoever looks into a fault. */
export function Asked({ request }: { readonly request: RequestNamed }) {
  const t = useText()
  return (
    <span title={`${request.en} · ${request.address}`}>
      {t(request)}
      <code className="asked">{request.address}</code>
    </span>
  )
}
