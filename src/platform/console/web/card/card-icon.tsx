// Icons of the platform's library by token. A token that the library does not have is not drawn, as in the client.

import {
  AlarmClock,
  BadgeCheck,
  Bell,
  Building2,
  Calendar,
  ChartColumn,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  Download,
  FileText,
  Flag,
  Gift,
  Heart,
  type IconNode,
  Info,
  Landmark,
  Link,
  ListTodo,
  Lock,
  Mail,
  MapPin,
  MessageCircle,
  Mic,
  Paperclip,
  Pencil,
  Phone,
  PieChart,
  Plus,
  Search,
  Settings,
  Star,
  Table2,
  Tag,
  Target,
  ThumbsUp,
  Ticket,
  TrendingUp,
  TriangleAlert,
  Undo2,
  User,
  Users,
  Wallet,
  X,
  Zap,
} from 'lucide'
import type { CSSProperties } from 'preact'
import { Icon } from '../shell/icon.tsx'
import { toResourceUrl } from '../state/server.ts'
import type { IconObject } from './json.ts'
import { useColour } from './scope.ts'
import { paletteColour } from './style.ts'

/** Shape and, for the colourful kind, hue of each base token. */
const shapes: { readonly [base: string]: readonly [IconNode, string] } = {
  add: [Plus, 'blue'],
  'alarm-clock': [AlarmClock, 'orange'],
  approval: [BadgeCheck, 'orange'],
  attachment: [Paperclip, 'grey'],
  bell: [Bell, 'orange'],
  calendar: [Calendar, 'blue'],
  chart: [ChartColumn, 'blue'],
  chat: [MessageCircle, 'blue'],
  close: [X, 'red'],
  company: [Building2, 'indigo'],
  data: [PieChart, 'violet'],
  done: [Check, 'green'],
  download: [Download, 'blue'],
  edit: [Pencil, 'blue'],
  'file-form': [FileText, 'turquoise'],
  file: [FileText, 'blue'],
  flag: [Flag, 'red'],
  gift: [Gift, 'carmine'],
  heart: [Heart, 'carmine'],
  info: [Info, 'blue'],
  bank: [Landmark, 'indigo'],
  link: [Link, 'blue'],
  list: [ListTodo, 'blue'],
  lock: [Lock, 'grey'],
  mail: [Mail, 'blue'],
  location: [MapPin, 'red'],
  maybe: [CircleHelp, 'grey'],
  member: [User, 'blue'],
  group: [Users, 'blue'],
  mic: [Mic, 'blue'],
  'more-close': [CircleX, 'red'],
  phone: [Phone, 'green'],
  search: [Search, 'blue'],
  setting: [Settings, 'grey'],
  star: [Star, 'yellow'],
  succeed: [CircleCheck, 'green'],
  tab: [Tag, 'violet'],
  target: [Target, 'red'],
  thumbsup: [ThumbsUp, 'yellow'],
  ticket: [Ticket, 'orange'],
  time: [Clock, 'blue'],
  todo: [ListTodo, 'blue'],
  trend: [TrendingUp, 'green'],
  undo: [Undo2, 'blue'],
  wallet: [Wallet, 'orange'],
  warning: [TriangleAlert, 'orange'],
  'wiki-bitable': [Table2, 'violet'],
  lightning: [Zap, 'yellow'],
  ...named(['down', 'down-small', 'down-small-ccm', 'down-bold', 'expand-down'], ChevronDown),
  ...named(['up', 'up-small-ccm', 'up-bold', 'expand-up'], ChevronUp),
  ...named(['right', 'right-small-ccm', 'right-bold', 'expand-right'], ChevronRight),
  ...named(['left', 'left-small-ccm', 'left-bold', 'expand-left'], ChevronLeft),
}

function named(bases: readonly string[], shape: IconNode): { [base: string]: readonly [IconNode, string] } {
  return Object.fromEntries(bases.map((base) => [base, [shape, 'grey'] as const]))
}

export function CardIcon({ icon, size = 16 }: { readonly icon: IconObject; readonly size?: number }) {
  const toColour = useColour()
  if (icon.tag === 'custom_icon') {
    return <img class="card-icon" src={toResourceUrl(icon.img_key ?? '')} alt="" width={size} height={size} />
  }
  const match = /^(.+)_(outlined|filled|colorful)$/.exec(icon.token ?? '')
  const shape = shapes[match?.[1] ?? '']
  if (shape === undefined) return null
  const color = match?.[2] === 'colorful' ? paletteColour(shape[1], '500') : toColour(icon.color)
  const style: CSSProperties = { color }
  return (
    <span class="card-icon" style={style}>
      <Icon shape={shape[0]} size={size} />
    </span>
  )
}
