// No more of a body is ever held than the limit, however much is on its way.

import { describe, expect, it } from 'vitest'
import { readBody } from '../../src/platform/lark/body.ts'

function streamed(chunks: number): { readonly request: Request; pulled(): number } {
  let pulled = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        pulled += 1
        if (pulled > chunks) controller.close()
        else controller.enqueue(new Uint8Array(100))
      },
    },
    { highWaterMark: 0 },
  )
  const init = { method: 'POST', body, duplex: 'half' }
  return { request: new Request('http://127.0.0.1/', init as RequestInit), pulled: () => pulled }
}

describe('a body without a declared length', () => {
  it('is read whole up to the limit', async () => {
    const { request } = streamed(10)
    expect((await readBody(request, 1000))?.byteLength).toBe(1000)
  })

  it('is given up as soon as it is larger', async () => {
    const { request, pulled } = streamed(500)
    expect(await readBody(request, 1000)).toBeNull()
    expect(pulled()).toBeLessThan(20)
  })
})
