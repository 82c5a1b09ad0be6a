// The villager's page on a real server, with a desk whose manifest its root has signed.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { buildPage, buildParts } from '../../apps/report-page/build.ts'
import { compress, type Compressed } from '../../apps/report-page/compress.ts'
import {
  makeIdentity,
  openReport,
  printedAddress,
  recipientOf,
  rootFingerprint,
  signingKeys,
  signManifest,
} from '../../engines/sealing/src/index.ts'
import { seededRandom } from '../../engines/sealing/src/testing/random.ts'
import { withCluster } from '../ledger/with-cluster.ts'
import { DESK, plantDesk, startServer } from './intake-server.ts'

export interface PageBench {
  readonly port: number
  readonly folder: string
  /** The address that a poster's code holds, at one of this machine's own addresses. */
  readonly printed: (host: string) => string
  /** The texts of all reports that have arrived. */
  readonly texts: () => Promise<readonly string[]>
  readonly sizes: Readonly<Record<'br' | 'gz', Compressed>>
}

export const BROWSER = {
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
}

/** Waits in the page, since its policy lets no text become code there as Playwright's own waiting would. */
export function until(page: Page, condition: string): Promise<void> {
  return page.evaluate(`new Promise((resolve) => {
    const look = () => (${condition} ? resolve() : setTimeout(look, 5))
    look()
  })`)
}

export async function withPage<T>(work: (bench: PageBench) => Promise<T>): Promise<T> {
  return withCluster(async ({ url, admin, folder }) => {
    const page = buildPage(await buildParts(), 'zh')
    const sizes = { br: await compress(page, 'br'), gz: await compress(page, 'gz') }
    const pages = path.join(folder, 'pages')
    mkdirSync(path.join(pages, 'assets'), { recursive: true })
    writeFileSync(path.join(pages, 'index.html'), '')
    writeFileSync(path.join(pages, 'report.zh.html'), page)
    for (const encoding of ['br', 'gz'] as const)
      writeFileSync(path.join(pages, `report.zh.html.${encoding}`), sizes[encoding].bytes)
    await plantDesk(admin)
    const random = seededRandom('page')
    const [root, team, replies] = [signingKeys(random(32)), makeIdentity(random), signingKeys(random(32))]
    const server = await startServer(url, 0, pages)
    const { acknowledge } = (await (await fetch(`http://127.0.0.1:${server.port}/intake`)).json()) as { acknowledge: string }
    const recipient = () => recipientOf(makeIdentity(random)) ?? ''
    const manifest = {
      v: 1 as const,
      round: DESK,
      seq: 1,
      from: '2026-01-01',
      until: '2099-12-31',
      team: recipientOf(team) ?? '',
      escrow: recipient(),
      custodian: recipient(),
      verify: replies.verify,
      acknowledge,
      minVersion: 1,
    }
    await admin.query('update intake.desk set root = $2 where code = $1', [DESK, root.verify])
    await admin.query('insert into intake.manifest (desk, seq, signed) values ($1, 1, $2)', [
      DESK,
      Buffer.from(signManifest(manifest, root.secret)).toString(),
    ])
    const fingerprint = rootFingerprint(new Uint8Array(Buffer.from(root.verify, 'hex')))
    try {
      return await work({
        port: server.port,
        folder,
        sizes,
        printed: (host) => printedAddress(`http://${host}:${server.port}`, DESK, { poster: 'bench', fingerprint }),
        texts: async () => {
          const { rows } = await admin.query<{ envelope: Buffer }>('select envelope from intake.report')
          return rows.map(({ envelope }) => {
            const opened = openReport(new Uint8Array(envelope), [team], DESK)
            if (opened.kind !== 'opened') throw new Error(`a report that does not open: ${opened.why}`)
            return opened.report.text
          })
        },
      })
    } finally {
      await server.stop('SIGTERM')
    }
  })
}
