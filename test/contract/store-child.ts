/** Another process on the same records. Writes a line for each write that was acknowledged. */
import { writeSync } from 'node:fs';
import { openStore } from '../../services/platform/store/open-store.ts';
import { aJob } from './store-records.ts';

const [task, dataDir] = process.argv.slice(2);
const store = await openStore({ dataDir });
const say = (line: unknown) => writeSync(1, `${line}\n`);

if (task === 'die') {
  await store.jobs.create(aJob('last-words'));
  process.kill(process.pid, 'SIGKILL');
} else if (task === 'write') {
  for (let at = 0; ; at++) {
    await Promise.all([store.jobs.create(aJob(`a${at}`)), store.jobs.create(aJob(`b${at}`))]);
    say(`a${at}`);
    say(`b${at}`);
  }
} else if (task === 'count') {
  for (let at = 0; at < 150; at++) await store.jobs.updateOne({ _id: 'shared' }, { $inc: { attempts: 1 } });
  await store.close();
} else if (task === 'index') {
  const things = store.connection.collection('things');
  await things.createIndex({ colour: 1 });
  await things.insertOne({ colour: 'red', list: [1, 2] });
  await store.close();
} else if (task === 'stream') {
  let pages = 0;
  let heapGrowth = 0;
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for await (const _ of store.pages.find({ uploadId: 'u1' }).sort({ number: 1 }).lean().cursor()) {
    if (++pages % 100 > 0) continue;
    globalThis.gc?.();
    heapGrowth = Math.max(heapGrowth, process.memoryUsage().heapUsed - before);
  }
  say(JSON.stringify({ pages, heapGrowth }));
  await store.close();
}
