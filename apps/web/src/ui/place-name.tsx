import { getRegion } from '@shengmian/contract'
import { useQuery } from '@tanstack/react-query'
import { call } from '../lib/api.ts'
import { useText } from '../lib/language.tsx'
import { WHOLE_COUNTRY, wholeCountry } from './whole-country.ts'

/** What a place is called; its code until that is known. */
export function PlaceName({ code }: { readonly code: string }) {
  const t = useText()
  const { data } = useQuery({
    queryKey: ['region', code],
    queryFn: ({ signal }) => call(getRegion, { params: { code }, signal }),
    staleTime: Infinity,
    enabled: code !== WHOLE_COUNTRY,
  })
  if (code === WHOLE_COUNTRY) return <span>{t(wholeCountry)}</span>
  return data === undefined ? <span className="number">{code}</span> : <span title={code}>{data.called}</span>
}
