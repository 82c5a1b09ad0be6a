import { getRegion } from '@shengmian/contract'
import { useQuery } from '@tanstack/react-query'
import { call } from '../lib/api.ts'

/** What a place is called; its code until that is known. */
export function PlaceName({ code }: { readonly code: string }) {
  const { data } = useQuery({
    queryKey: ['region', code],
    queryFn: ({ signal }) => call(getRegion, { params: { code }, signal }),
    staleTime: Infinity,
  })
  return data === undefined ? <span className="number">{code}</span> : <span title={code}>{data.called}</span>
}
