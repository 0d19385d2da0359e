/** The child was lost: it took too long, held too much memory, or died. Whose fault that is the caller knows. */
export class ChildFailure extends Error {
  override readonly name = 'ChildFailure';
  readonly reason: 'time' | 'memory' | 'died' | 'closed';

  constructor(reason: ChildFailure['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}
