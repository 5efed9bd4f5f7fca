// Previous and next page of a table.

import { ChevronLeft, ChevronRight } from 'lucide'
import { copy } from '../copy/card.ts'
import { Icon } from '../shell/icon.tsx'
import { t } from '../state/preferences.ts'

interface Props {
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
}

/** Draws nothing where there is only one page. */
export function Pager({ page, pages, onPage }: Props) {
  if (pages <= 1) return null
  return (
    <div class="pager" role="group" aria-label={t(copy.pages)}>
      <button
        type="button"
        disabled={page === 0}
        aria-label={t(copy.previousPage)}
        onClick={() => onPage(page - 1)}
      >
        <Icon shape={ChevronLeft} size={16} />
      </button>
      <span>
        {page + 1} / {pages}
      </span>
      <button
        type="button"
        disabled={page === pages - 1}
        aria-label={t(copy.nextPage)}
        onClick={() => onPage(page + 1)}
      >
        <Icon shape={ChevronRight} size={16} />
      </button>
    </div>
  )
}
