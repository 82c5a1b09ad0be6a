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

/** The two files with which anybody checks the plan by himself, and the board on paper. */
export function BoardExports({ round, version }: { readonly round: string; readonly version: number }) {
  const t = useText()
  const file = { round, version }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'problem', label: <a href={addressOf(downloadProblem, file)}>{t(texts.problem)}</a> },
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
