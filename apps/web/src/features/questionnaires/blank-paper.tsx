import type { OpenBatch } from '@shengmian/contract'
import { linesOf, questionsOf } from '@shengmian/questionnaire'
import './questionnaires.css'

/** The blank questionnaire of a village, for A4: plain words large, the official indicator small beside them. In Chinese, as it is handed out. */
export function BlankPaper({ batch }: { readonly batch: OpenBatch }) {
  const { form, unit, code } = batch
  const numbers = new Map(questionsOf(form).map(({ name }, index) => [name, index + 1]))
  const lines = linesOf(form)
  return (
    <article className="survey-paper" lang="zh-CN">
      <header>
        <h2>{form.title}</h2>
        <p>
          {unit.name}　批次 <strong>{code}</strong>　第＿＿＿份
        </p>
        <p>不写姓名。在选中的□里打√，不想答的可以空着。只统计人数，不到5人的结果不单独列出。</p>
      </header>
      {lines.map(({ line, group }, index) => {
        const isFirst = group !== null && lines[index - 1]?.group !== group
        return (
          <section key={line.name}>
            {isFirst ? <h3>{group.label}</h3> : null}
            {line.kind === 'note' ? (
              <p>{line.label}</p>
            ) : (
              <>
                <p className="survey-paper-question">
                  {numbers.get(line.name)}．{line.label}
                  {line.kind === 'many' ? '（可多选）' : ''}
                  {line.relevant === '' ? '' : '（不适用可跳过）'}
                  <small>{line.indicator}</small>
                </p>
                {'choices' in line ? (
                  <p className="survey-paper-choices">
                    {line.choices.map(({ name, label }) => (
                      <span key={name}>□ {label}</span>
                    ))}
                  </p>
                ) : (
                  <p className="survey-paper-blank" />
                )}
              </>
            )}
          </section>
        )
      })}
    </article>
  )
}
