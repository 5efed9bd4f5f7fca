export function renderCard(_card: unknown): { json: object; cut: boolean } {
  return { json: {}, cut: false }
}
