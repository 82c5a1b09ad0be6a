import { describe, expect, it } from 'vitest'
import { sumZones, type ZoneFigures } from './sum-zones.ts'

const aZone = (objective: Partial<ZoneFigures['objective']>, bound: Partial<ZoneFigures['bound']> = {}): ZoneFigures => {
  const whole = { worstExposure: 0, totalExposure: 0, unverified: 0, memory: 0, workloadSpread: 0, travel: 0, ...objective }
  return { objective: whole, bound: { ...whole, ...bound }, workloads: [10, 12] }
}

describe('the sum of zones', () => {
  it('takes the largest worst exposure, the spread of all teams, and adds up everything else', () => {
    const { objective } = sumZones(
      [
        aZone({ worstExposure: 3, totalExposure: 5, unverified: 1, memory: 2, travel: 100 }),
        { ...aZone({ worstExposure: 7, totalExposure: 7, travel: 50 }), workloads: [4, 5] },
        { ...aZone({}), workloads: null },
      ],
      true,
    )
    expect(objective).toEqual({ worstExposure: 7, totalExposure: 12, unverified: 1, memory: 2, workloadSpread: 8, travel: 150 })
  })

  it('adds up bounds where all zones prove the same worst exposure and workloads are settled', () => {
    const zones = [aZone({ travel: 100 }, { travel: 90 }), aZone({ travel: 60 }, { travel: 60, unverified: null })]
    expect(sumZones(zones, true).bound).toEqual({
      worstExposure: 0,
      totalExposure: 0,
      unverified: null,
      memory: 0,
      workloadSpread: 2,
      travel: 150,
    })
    expect(sumZones(zones, false).bound).toMatchObject({ workloadSpread: null, travel: null, memory: 0 })
  })

  it('adds up bounds beside a zone that cannot do without exposure, if all others do', () => {
    const { bound } = sumZones([aZone({ worstExposure: 5, totalExposure: 9, travel: 7 }), aZone({ travel: 10 })], true)
    expect(bound).toMatchObject({ worstExposure: 5, totalExposure: 9, unverified: 0, travel: 17 })
  })

  it('states less where zones differ in their worst exposure: one that may be worse may be cheaper', () => {
    const zones = [aZone({ worstExposure: 5, totalExposure: 9 }), aZone({ worstExposure: 2, totalExposure: 4, travel: 10 })]
    expect(sumZones(zones, true).bound).toEqual({
      worstExposure: 5,
      totalExposure: 9,
      unverified: null,
      memory: null,
      workloadSpread: null,
      travel: null,
    })
  })

  it('states no bound where no zone does', () => {
    const unknown = { worstExposure: null, totalExposure: null }
    expect(sumZones([aZone({ travel: 5 }, unknown)], true).bound.worstExposure).toBeNull()
  })
})
