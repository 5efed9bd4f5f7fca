// A file: its name, its kind by colour, and the way to save it.

import { Download, FileSpreadsheet, FileText } from 'lucide'
import { copy } from '../copy/shell.ts'
import { Icon } from '../shell/icon.tsx'
import { t } from '../state/preferences.ts'

const sheets = /\.(csv|xlsx?|tsv)$/i

export function FileBody({ name, url }: { readonly name: string; readonly url: string }) {
  const isSheet = sheets.test(name)
  const ending = /\.([^.]+)$/.exec(name)?.[1] ?? ''
  return (
    <a class="file-body" href={url} download={name}>
      <span class={`file-icon ${isSheet ? 'is-sheet' : ''}`}>
        <Icon shape={isSheet ? FileSpreadsheet : FileText} size={22} />
      </span>
      <span class="file-words">
        <span class="file-name">{name}</span>
        <span class="quiet">{ending.toUpperCase()}</span>
      </span>
      <span class="file-save" title={t(copy.download)}>
        <Icon shape={Download} size={16} />
        <span class="only-heard">{t(copy.download)}</span>
      </span>
    </a>
  )
}
