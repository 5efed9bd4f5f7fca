// The way a message took through the house, step by step, as the server recorded it. It shows what the log would show.

import { useEffect, useState } from 'preact/hooks'
import type { TraceStep } from '../../protocol.ts'
import { copy } from '../copy/shell.ts'
import { t } from '../state/preferences.ts'
import { fetchTrace } from '../state/server.ts'
import { toReason } from '../state/window.ts'

export function InsideView({ messageId }: { readonly messageId: string }) {
  const [steps, setSteps] = useState<readonly TraceStep[] | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  useEffect(() => {
    fetchTrace(messageId)
      .then((answer) => setSteps(answer.steps))
      .catch((cause: unknown) => setFailed(toReason(cause)))
  }, [messageId])
  return (
    <section class="inside" aria-label={t(copy.inside)}>
      {failed !== null && <p class="quiet">{failed}</p>}
      {steps === null && failed === null && <p class="quiet">{t(copy.loading)}</p>}
      {steps?.length === 0 && <p class="quiet">{t(copy.insideNone)}</p>}
      <ol>
        {steps?.map((step, index) => (
          <Step key={index} step={step} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step }: { readonly step: TraceStep }) {
  const facts = Object.entries(step.facts)
  const plain = facts.filter(([, value]) => typeof value !== 'object' || value === null)
  const nested = facts.filter(([, value]) => typeof value === 'object' && value !== null)
  return (
    <li class={`inside-step is-${step.step}`}>
      <p class="inside-head">
        <strong>{t(copy.steps[step.step])}</strong>
        {step.tookMs !== undefined && <span class="quiet">{formatMs(step.tookMs)}</span>}
      </p>
      {plain.length > 0 && (
        <dl>
          {plain.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {nested.map(([name, value]) => (
        <details key={name}>
          <summary>{name}</summary>
          <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
        </details>
      ))}
    </li>
  )
}

function formatMs(ms: number): string {
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`
}
