/** mongoose's own driver, of which the embedded one keeps the connection, the collection and the result classes. */
import mongoose from 'mongoose';

/** What mongoose keeps of a connection, beyond its public types. */
export interface ConnectionInternals {
  readyState: number;
  db: unknown;
  client: unknown;
  name: string;
  host: string;
  port: number;
  config: Record<string, unknown>;
  _connectionString: string;
  onOpen(): void;
}

type ConnectionClass = new (base: typeof mongoose) => mongoose.Connection & ConnectionInternals;

export interface NativeDriver {
  readonly Connection: ConnectionClass;
  readonly Collection: unknown;
  readonly BulkWriteResult: new (
    totals: unknown,
    ordered: boolean,
  ) => InstanceType<typeof mongoose.mongo.BulkWriteResult>;
}

/** The driver that mongoose comes with. It is not part of its public types. */
export const nativeDriver = (mongoose as unknown as { driver: { get(): NativeDriver } }).driver.get();
