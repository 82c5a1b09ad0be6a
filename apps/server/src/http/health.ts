import { getHealth } from '@shengmian/contract'
import { serve, type Route } from './serve.ts'

/** One part of the product that can be up, down or switched off. */
export interface HealthCheck {
  readonly name: string
  readonly check: () => Promise<{ readonly state: 'up' | 'down' | 'off'; readonly note: string }>
}

/** What runs and what does not; a check that throws is a part that is down. */
export function healthRoutes(version: string, checks: readonly HealthCheck[]): readonly Route[] {
  return [
    serve(getHealth, async () => {
      const parts = await Promise.all(
        checks.map(async ({ name, check }) => {
          const result = await check().catch(() => ({ state: 'down' as const, note: 'does not answer' }))
          return { name, ...result }
        }),
      )
      const state = parts.some((part) => part.state === 'down') ? ('down' as const) : ('up' as const)
      return { state, version, parts }
    }),
  ]
}
