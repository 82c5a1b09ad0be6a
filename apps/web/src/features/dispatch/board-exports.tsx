import { downloadPlan, downloadProblem } from '@shengmian/contract'
import { addressOf } from '../../lib/api.ts'
import { useText } from '../../lib/language.tsx'
import { Button, Dropdown } from '../../ui/antd.ts'

const texts = {
  export: { zh: '导出', en: 'Export' },
  problem: { zh: '问题文件 problem.json', en: 'Problem file, problem.json' },
  plan: { zh: '方案文件 plan.json', en: 'Plan file, plan.json' },
  print: { zh: '打印', en: 'Print' },
}

/** The plan and, for the office, the problem with its ties: who has both checks the plan by himself. And the board on paper. */
export function BoardExports({
  round,
  version,
  isOffice,
}: {
  readonly round: string
  readonly version: number
  readonly isOffice: boolean
}) {
  const t = useText()
  const file = { round, version }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(isOffice ? [{ key: 'problem', label: <a href={addressOf(downloadProblem, file)}>{t(texts.problem)}</a> }] : []),
            { key: 'plan', label: <a href={addressOf(downloadPlan, file)}>{t(texts.plan)}</a> },
          ],
        }}
      >
        <Button>{t(texts.export)}</Button>
      </Dropdown>
      <Button onClick={() => window.print()}>{t(texts.print)}</Button>
    </>
  )
}
