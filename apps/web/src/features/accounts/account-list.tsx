import type { Account, StandingRole } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { Button, Input } from '../../ui/antd.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { AccountTable, type AccountAct } from './account-table.tsx'
import { useAccounts } from './api.ts'
import { texts } from './texts.ts'

interface AccountListProps {
  readonly self: string
  readonly mayReset: boolean
  readonly mayGive: (account: Account, role: StandingRole) => boolean
  readonly onAct: (act: AccountAct) => void
}

/** Accounts by sign-in name, found by name or sign-in name. */
export function AccountList({ self, mayReset, mayGive, onAct }: AccountListProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useAccounts(search, true)
  const accounts = data?.pages.flatMap((page) => page.items)
  return (
    <Sheet label={t(texts.title)}>
      <form
        className="round-search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          setSearch(typed.trim())
        }}
      >
        <Input
          aria-label={t(texts.search)}
          placeholder={t(texts.search)}
          value={typed}
          maxLength={100}
          allowClear
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button htmlType="submit">{t(texts.find)}</Button>
      </form>
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {accounts === undefined && error === null ? <Loading what={t(texts.title)} rows={6} /> : null}
      {accounts?.length === 0 ? (
        <Empty title={search === '' ? t(texts.none) : t(texts.noneFound, { q: search })}>{t(texts.noneWhy)}</Empty>
      ) : null}
      {accounts === undefined || accounts.length === 0 ? null : (
        <>
          <AccountTable accounts={accounts} self={self} mayReset={mayReset} mayGive={mayGive} onAct={onAct} />
          <LoadMore
            shown={accounts.length}
            hasMore={hasNextPage}
            isLoading={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        </>
      )}
    </Sheet>
  )
}
