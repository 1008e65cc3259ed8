import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

export interface AxeFinding {
  rule: string
  impact: string
  help: string
  /** Where, as CSS selectors, with what axe says about each. */
  nodes: string[]
}

/** What axe calls serious or critical on the page as it is now; empty is the goal. */
export async function axe(page: Page): Promise<AxeFinding[]> {
  // Legacy mode: no page of its own for each look; ours have no frames of other origins.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, help, nodes }) => ({
      rule: id,
      impact: String(impact),
      help,
      nodes: nodes.map(node => `${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ') ?? ''}`),
    }))
}
