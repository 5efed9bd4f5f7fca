// The form of a wish as a schema: what a language model is told to answer with, and what its answer is checked against.

import { z } from 'zod'
import { INTENTS } from './frame.ts'

const text = z.string().min(1).max(2000)
const name = z.string().min(1).max(80)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}| (?:morning|noon|afternoon|evening))?$/)
const period = z.strictObject({ from: day, to: day })
const amount = z.union([
  z.number().positive().max(1e15),
  z.strictObject({ value: z.number().positive().max(1e15), currency: z.string().regex(/^[A-Z]{3}$/) }),
])
const names = z.array(name).min(1).max(20)
const channel = z.enum(['phone', 'visit', 'wechat', 'email', 'sms', 'video', 'branch'])
const stage = z.enum(['initial_contact', 'needs_analysis', 'proposal', 'negotiation', 'won', 'lost'])
const kind = z.enum(['complaint', 'inquiry', 'service', 'rate', 'contract', 'expense'])
const ticket = z.string().regex(/^T\d{1,12}$/)
const filters = z
  .strictObject({
    tag: name,
    level: name,
    risk: name,
    city: name,
    product: name,
    inactive_days: z.number().int().positive().max(10_000),
    balance_min: amount,
    balance_max: amount,
    birthday: period,
    maturing: period,
    stage,
    kind,
    channel,
  })
  .partial()

/** The slots that a wish may have, all of them optional; names that are not listed are refused. */
const slotsSchema = z
  .strictObject({
    customer: name,
    name,
    phone: name,
    email: name,
    source: name,
    company: name,
    birthday: day,
    tags: names,
    level: name,
    risk: name,
    city: name,
    field: name,
    value: z.union([text, z.number()]),
    add: names,
    remove: names,
    to: name,
    filters,
    channel,
    at: instant,
    content: text,
    next: z.strictObject({ at: instant, action: text }).partial(),
    interest: name,
    period,
    by: name,
    title: text,
    due: instant,
    remind_at: instant,
    repeat: z.string().regex(/^(?:RRULE:)?FREQ=[A-Z;=,0-9+-]{4,200}$/),
    assignee: name,
    priority: z.literal('high'),
    overdue: z.literal(true),
    product: name,
    amount,
    close: day,
    stage,
    reason: text,
    funnel: z.literal(true),
    kind: z.union([kind, z.enum(['personal', 'team'])]),
    urgency: z.enum(['low', 'normal', 'high', 'urgent']),
    rate_bp: z.number().positive().max(10_000),
    ticket,
    status: z.enum(['open', 'overdue', 'mine']),
    satisfied: z.boolean(),
    comment: text,
    report: z.enum(['growth', 'ranking', 'funnel', 'churn', 'activity', 'service', 'dashboard']),
    scope: name,
    measures: z.array(z.enum(['count', 'sum_amount', 'avg_amount'])).max(3),
    dimensions: names,
    cadence: z.enum(['daily', 'weekly']),
    time: z.string().regex(/^\d{2}:\d{2}$/),
    weekday: z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
    template: z.union([name, z.literal(true)]),
    key: name,
    deed: z.enum(['looked', 'changed', 'exported']),
  })
  .partial()

/** One wish in the contract's form. */
export const wishSchema = z.strictObject({ intent: z.enum(INTENTS), slots: slotsSchema })

/** The contract as JSON schema, for the language model. */
export function toJsonSchema(): object {
  return z.toJSONSchema(wishSchema)
}
