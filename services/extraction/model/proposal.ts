/** What a model is asked to say about a page: measurements with their exact words. The prompt `extract` speaks of it. */
import { z } from 'zod';
import { measureKinds } from '../../domain/measure.ts';

/** `result` is a new measurement of one student; everything else is why a figure is none. */
export const proposalRoles = [
  'result',
  'target',
  'baseline',
  'earlier_result',
  'norm',
  'someone_else',
  'promise',
  'hypothetical',
  'not_counted',
] as const;
export type ProposalRole = (typeof proposalRoles)[number];

/** Each role in words for a person. */
export const roleWords: Readonly<Record<ProposalRole, string>> = {
  result: 'a result',
  target: 'a target',
  baseline: 'a baseline',
  earlier_result: 'an earlier result',
  norm: 'a norm',
  someone_else: 'somebody else’s',
  promise: 'a promise',
  hypothetical: 'a hope or a plan',
  not_counted: 'a figure that does not count',
};

export const proposalSchema = z.object({
  /** The exact words of the page that hold every figure of this measurement, no more than needed. */
  quote: z.string(),
  /** The whole line of the page in which the quote begins, so that equal quotes are told apart. */
  line: z.string(),
  role: z.enum(proposalRoles),
  kind: z.enum(measureKinds),
  /** The value as it is written: `80%`, `7 min`, `J`, `53`; null where it is not written but follows from the figures. */
  value: z.string().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  words: z.number().nullable(),
  errors: z.number().nullable(),
  minutes: z.number().nullable(),
  /** The date of the measurement as written, wherever on the page. */
  date: z.string().nullable(),
  /** Whose it is, as written. */
  student: z.string().nullable(),
  /** The words of the page that say what was measured. */
  measured: z.string().nullable(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** The whole answer; its root is an object, as structured output asks for. */
export const proposalsSchema = z.object({ measurements: z.array(proposalSchema) });
export type Proposals = z.infer<typeof proposalsSchema>;
