// What the checker finds, and what it has to be told about the world around a card.

/** What a card may refer to. */
export interface CardFacts {
  knowsPerson(id: string): boolean
  knowsImage(key: string): boolean
}

/** A card that the platform takes, with its weight; or its refusal with number and sub number. */
export type CardVerdict =
  | { readonly ok: true; readonly bytes: number; readonly elements: number }
  | { readonly ok: false; readonly code: number; readonly subCode: number | null; readonly message: string }
