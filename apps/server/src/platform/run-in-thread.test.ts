import { describe, expect, it } from 'vitest'
import { runInThread } from './run-in-thread.ts'

type Message = { readonly kind: 'progress'; readonly step: number } | { readonly kind: 'sum'; readonly sum: number }

/** A program that tells of each step, adds `by`, and stops when it is asked to. */
const program = (body: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort, workerData } from 'node:worker_threads'; const flag = new Int32Array(workerData.stop); ${body}`,
    )}`,
  )
const counting = program(`
  let sum = 0
  for (let step = 1; step <= 200 && Atomics.load(flag, 0) === 0; step++) {
    sum += workerData.by
    parentPort.postMessage({ kind: 'progress', step })
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  parentPort.postMessage({ kind: 'sum', sum })`)

describe('a program in a thread of its own', () => {
  it('answers its last message, and tells how far it is', async () => {
    const steps: number[] = []
    const short = program(
      `parentPort.postMessage({ kind: 'progress', step: 1 }); parentPort.postMessage({ kind: 'sum', sum: workerData.by })`,
    )
    const onProgress = (step: { readonly step: number }) => Promise.resolve(steps.push(step.step) > 0)
    expect(await runInThread<Message>(short, { by: 7 }, { onProgress })).toEqual({ kind: 'sum', sum: 7 })
    expect(steps).toEqual([1])
  })

  it('is asked to stop by who no longer wants it, and answers what it has', async () => {
    const { sum } = await runInThread<Message>(counting, { by: 1 }, { onProgress: ({ step }) => Promise.resolve(step < 3) })
    expect(sum).toBeGreaterThan(2)
    expect(sum).toBeLessThan(200)
  })

  it('ends at once by its signal, before it begins too', async () => {
    const ends = new AbortController()
    const onProgress = () => {
      ends.abort()
      return Promise.resolve(true)
    }
    await expect(runInThread<Message>(counting, { by: 1 }, { onProgress, signal: ends.signal })).rejects.toThrow('aborted')
    await expect(runInThread<Message>(counting, { by: 1 }, { signal: ends.signal })).rejects.toThrow('aborted')
  })

  it('that throws, or ends without an answer, is an error', async () => {
    await expect(runInThread<Message>(program(`throw new Error('lost')`), {})).rejects.toThrow('lost')
    await expect(runInThread<Message>(program(''), {})).rejects.toThrow('without an answer')
  })

  it('whose progress cannot be kept is ended, with that fault', async () => {
    const onProgress = () => Promise.reject(new Error('no database'))
    await expect(runInThread<Message>(counting, { by: 1 }, { onProgress })).rejects.toThrow('no database')
  })
})
