import { addressOf } from '../../lib/api.ts'
import { exportSheet, getMarkedFile, getSheetTemplate, type SheetError, type SheetNoun } from '@shengmian/contract'
import { useRef, useState } from 'react'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Alert, Button, Modal, Table, type TableColumnsType, Upload } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { useSheetImport } from './api.ts'
import './registry.css'

const texts = {
  import: { zh: '导入', en: 'Import' },
  export: { zh: '导出', en: 'Export' },
  template: { zh: '下载模板', en: 'Template' },
  title: { zh: '导入 Excel', en: 'Import from Excel' },
  drop: { zh: '把 .xlsx 文件拖到这里，或点此选择', en: 'Drop an .xlsx file here, or click to choose' },
  first: {
    zh: '先核对，不写入。核对完会列出新增、更改、不变各多少行，有错误的逐行逐列指出。',
    en: 'It is checked first and nothing is written. You see what would be added, changed and left, and every error by row and column.',
  },
  checking: { zh: '正在核对…', en: 'Checking…' },
  cancel: { zh: '取消核对', en: 'Cancel' },
  rows: { zh: '行数', en: 'Rows' },
  added: { zh: '新增', en: 'Added' },
  changed: { zh: '更改', en: 'Changed' },
  same: { zh: '不变', en: 'Unchanged' },
  errors: { zh: '错误', en: 'Errors' },
  ignored: { zh: '没有用到的列：{columns}', en: 'Columns not read: {columns}' },
  nothing: {
    zh: '有错误，一行也没有写入。改好后重新导入。',
    en: 'There are errors and nothing was written. Mend the file and import it again.',
  },
  marked: { zh: '下载标出错误的文件', en: 'Download the file with the errors marked' },
  commit: { zh: '确认写入 {n} 行', en: 'Write {n} rows' },
  done: {
    zh: '已写入：新增 {added}，更改 {changed}，不变 {same}。',
    en: 'Written: {added} added, {changed} changed, {same} unchanged.',
  },
  noChange: { zh: '文件内容与库中一致，不需要写入。', en: 'The file says what is known already; nothing to write.' },
  another: { zh: '换一个文件', en: 'Another file' },
  sheet: { zh: '表', en: 'Sheet' },
  cell: { zh: '单元格', en: 'Cell' },
  value: { zh: '填的是', en: 'Value' },
  what: { zh: '问题', en: 'What is wrong' },
  more: { zh: '另有 {n} 处，见标出错误的文件', en: '{n} more, see the marked file' },
}

interface SheetImportProps {
  readonly noun: SheetNoun
  /** The authority (people, ties) or place (units, officials) that the file belongs to. */
  readonly authority: string
}

/** 导入 导出 下载模板, top right of a table. */
export function SheetActs({ noun, authority }: SheetImportProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(texts.import)}</Button>
      <Button href={addressOf(exportSheet, { noun }, { within: authority })}>{t(texts.export)}</Button>
      <Button href={addressOf(getSheetTemplate, { noun })}>{t(texts.template)}</Button>
      {isOpen ? <ImportDialog noun={noun} authority={authority} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function ImportDialog({ noun, authority, onClose }: SheetImportProps & { readonly onClose: () => void }) {
  const t = useText()
  const { check, commit } = useSheetImport(noun, authority)
  const running = useRef<AbortController | null>(null)
  const start = (file: File) => {
    running.current = new AbortController()
    commit.reset()
    check.mutate({ id: crypto.randomUUID(), file, signal: running.current.signal })
  }
  const again = () => {
    running.current?.abort()
    check.reset()
    commit.reset()
  }
  const result = commit.data ?? check.data
  return (
    <Modal open title={t(texts.title)} width={820} footer={null} onCancel={onClose} maskClosable={false} destroyOnHidden>
      <div className="import-result">
        {result === undefined && !check.isPending ? (
          <>
            <Upload.Dragger accept=".xlsx" maxCount={1} showUploadList={false} beforeUpload={(file) => (start(file), false)}>
              <p>{t(texts.drop)}</p>
            </Upload.Dragger>
            <p className="muted">{t(texts.first)}</p>
          </>
        ) : null}
        {check.isPending ? (
          <p role="status">
            {t(texts.checking)} <Button onClick={again}>{t(texts.cancel)}</Button>
          </p>
        ) : null}
        {check.error === null || check.error.name === 'AbortError' ? null : <Refused error={check.error} onRetry={again} />}
        {commit.error === null ? null : <Refused error={commit.error} />}
        {result === undefined ? null : (
          <ImportResult
            result={result}
            authority={authority}
            isWriting={commit.isPending}
            onCommit={() => commit.mutate(result.id)}
            onAgain={again}
          />
        )}
      </div>
    </Modal>
  )
}

interface ImportResultProps {
  readonly result: NonNullable<ReturnType<typeof useSheetImport>['check']['data']>
  readonly authority: string
  readonly isWriting: boolean
  readonly onCommit: () => void
  readonly onAgain: () => void
}

function ImportResult({ result, authority, isWriting, onCommit, onAgain }: ImportResultProps) {
  const t = useText()
  const figures = [
    ['rows', result.rows],
    ['added', result.added],
    ['changed', result.changed],
    ['same', result.same],
    ['errors', result.errors],
  ] as const
  const toWrite = result.added + result.changed
  return (
    <>
      <div className="import-figures">
        {figures.map(([name, n]) => (
          <div key={name}>
            {t(texts[name])}
            <b style={name === 'errors' && n > 0 ? { color: 'var(--red)' } : {}}>{n.toLocaleString('en')}</b>
          </div>
        ))}
      </div>
      {result.ignored.length === 0 ? null : <p className="muted">{t(texts.ignored, { columns: result.ignored.join('、') })}</p>}
      {result.state === 'done' ? (
        <Alert type="success" title={t(texts.done, { added: result.added, changed: result.changed, same: result.same })} />
      ) : null}
      {result.state === 'checked' && toWrite === 0 ? <Alert type="info" title={t(texts.noChange)} /> : null}
      {result.state === 'refused' ? (
        <>
          <Alert type="error" title={t(texts.nothing)} />
          <Button href={addressOf(getMarkedFile, { authority, import: result.id })}>{t(texts.marked)}</Button>
          <ErrorTable errors={result.firstErrors} />
          {result.errors > result.firstErrors.length ? (
            <p className="muted">{t(texts.more, { n: result.errors - result.firstErrors.length })}</p>
          ) : null}
        </>
      ) : null}
      <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
        <Button onClick={onAgain}>{t(texts.another)}</Button>
        {result.state === 'checked' && toWrite > 0 ? (
          <Button type="primary" loading={isWriting} onClick={onCommit}>
            {t(texts.commit, { n: toWrite })}
          </Button>
        ) : null}
      </div>
    </>
  )
}

function ErrorTable({ errors }: { readonly errors: readonly SheetError[] }) {
  const t = useText()
  const { language } = useLanguage()
  const columns: TableColumnsType<SheetError> = [
    { title: t(texts.sheet), dataIndex: 'sheet', width: 110 },
    {
      title: t(texts.cell),
      key: 'cell',
      width: 130,
      render: (_value, error) => `${error.column}${error.row} ${error.header ?? ''}`,
    },
    { title: t(texts.value), dataIndex: 'value', width: 160, ellipsis: true },
    { title: t(texts.what), key: 'what', render: (_value, error) => (language === 'zh' ? error.zh : error.en) },
  ]
  return (
    <Table<SheetError>
      size="small"
      rowKey={(error) => `${error.sheet} ${error.column} ${error.row} ${error.en}`}
      columns={columns}
      dataSource={[...errors]}
      pagination={false}
      scroll={{ y: 260 }}
    />
  )
}
