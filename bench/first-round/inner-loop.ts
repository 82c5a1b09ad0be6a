import { run } from '../../tools/run.ts'
import type { Measure } from '../figure.ts'

/** `npm run check`; in the full run twice, since the first run of a clone fills its memory. */
export const measureInnerLoop: Measure = async ({ quick }) => {
  if (!quick) await run('node', ['tools/check.ts'])
  const { code, seconds } = await run('node', ['tools/check.ts'])
  return [
    {
      figure: 'npm run check',
      value: seconds,
      unit: 's',
      target: '≤ 20',
      holds: code === 0 && seconds <= 20,
      how: `${quick ? 'one run' : 'second of two runs'} in this clone; it ended with ${code}`,
    },
  ]
}
