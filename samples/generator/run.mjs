/** `npm run samples`: draws every sample again. The same seed and library versions give the same bytes. */
import { register } from 'tsx/esm/api';

register();
const { generateSamples } = await import('./generate.ts');
await generateSamples(process.argv.slice(2));
