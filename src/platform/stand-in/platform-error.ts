// A refusal by the platform: its error number, its words and the HTTP status they come with.

/** Thrown by an endpoint; becomes `{ code, msg }` with the status. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError'
  readonly code: number
  readonly status: 400 | 404 | 429 | 500
  readonly headers: { readonly [name: string]: string }

  constructor(
    code: number,
    message: string,
    options: { status?: 400 | 404 | 429 | 500; headers?: { readonly [name: string]: string } } = {},
  ) {
    super(message)
    this.code = code
    this.status = options.status ?? 400
    this.headers = options.headers ?? {}
  }
}

/** A parameter that the platform cannot use; `detail` is what it says about it. */
export function invalidParameter(detail: string): PlatformError {
  return new PlatformError(230001, `Your request contains an invalid request parameter, ext=${detail}.`)
}

/** A field that the gateway refuses before any service sees the request. */
export function fieldInvalid(field: string, detail: string): PlatformError {
  return new PlatformError(99992402, `field validation failed: ${field} ${detail}`)
}
