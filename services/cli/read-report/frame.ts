/** What stands around the pages of a report on reading: looks, switches and the little script that moves between words. */
import { createHash } from 'node:crypto';

const style = `
:root { color-scheme: light dark; --high: #1a7f37; --mid: #b35900; --low: #c1121f; --hand: #1f5fbf; --line: #8886; }
@media (prefers-color-scheme: dark) { :root { --high: #5fd07d; --mid: #ffb366; --low: #ff7b84; --hand: #8ab8ff; } }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.45 system-ui, sans-serif; background: Canvas; color: CanvasText; }
header { position: sticky; top: 0; z-index: 2; padding: .6rem 1rem; background: Canvas; border-bottom: 1px solid var(--line); }
h1 { font-size: 1.05rem; margin: 0 0 .3rem; }
h2 { font-size: 1rem; margin: 0 0 .2rem; overflow-wrap: anywhere; }
fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
legend { float: left; margin-right: 1rem; font-weight: 600; }
label { display: inline-flex; gap: .35rem; align-items: center; min-height: 1.75rem; cursor: pointer; }
:focus-visible { outline: 3px solid var(--hand); outline-offset: 2px; }
.key span { white-space: nowrap; margin-right: 1.1rem; }
.key b { display: inline-block; width: 1.6em; height: .8em; border: 2px solid; vertical-align: -1px; margin-right: .3em; }
section { padding: 1rem; border-bottom: 1px solid var(--line); }
.facts { margin: 0 0 .6rem; }
.warning { margin: 0 0 .4rem; font-weight: 600; color: var(--mid); }
.page { display: grid; grid-template-columns: minmax(0, 3fr) minmax(16rem, 2fr); gap: 1rem; align-items: start; }
@media (max-width: 50rem) { .page { grid-template-columns: minmax(0, 1fr); } }
.picture { position: relative; border: 1px solid var(--line); background: #fff; }
.picture img { display: block; width: 100%; height: auto; }
.picture svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.picture.dim img { opacity: .25; }
rect { fill: transparent; stroke-width: 2; vector-effect: non-scaling-stroke; }
text { fill: #000; display: none; }
.tag { fill: #444; font-weight: 700; }
pre { margin: 0; padding: .6rem; border: 1px solid var(--line); overflow-x: auto; font: 13px/1.5 ui-monospace, monospace; white-space: pre; max-height: 90vh; }
output { display: block; min-height: 1.5em; margin-bottom: .4rem; font-weight: 600; overflow-wrap: anywhere; }
/* Confidence by colour, and by the line: solid where sure, dashed where not, dotted where doubtful. */
rect.high, b.high { stroke: #1a7f37; border-color: #1a7f37; }
rect.mid, b.mid { stroke: #b35900; border-color: #b35900; stroke-dasharray: 6 3; border-style: dashed; }
rect.low, b.low { stroke: #c1121f; border-color: #c1121f; stroke-dasharray: 2 3; border-style: dotted; }
rect.hand, b.hand { fill: #1f5fbf33; background: #1f5fbf33; }
rect.now { stroke: #000; stroke-width: 4; stroke-dasharray: none; fill: #ffd60055; }
pre .high { color: inherit; }
pre .mid { color: var(--mid); text-decoration: underline dashed; }
pre .low { color: var(--low); text-decoration: underline dotted; }
pre .hand { font-style: italic; border-bottom: 2px solid var(--hand); }
body:has(#boxes:not(:checked)) rect:not(.now) { stroke: none; fill: none; }
body:has(#words:checked) .said { display: inline; }
body:has(#words:checked) img { opacity: .2; }
body:has(#who:checked) .tag { display: inline; }
body:has(#unsure:checked) g.high { display: none; }
body:has(#print:not(:checked)) g.print { display: none; }
`;

/** Moves from word to word with the arrow keys, or to the word that is clicked, and says what is known about it. */
const script = `
for (const picture of document.querySelectorAll('.picture')) {
  const words = [...picture.querySelectorAll('g')];
  const told = picture.closest('section').querySelector('output');
  let at = -1;
  const show = (next) => {
    if (words.length === 0) return;
    words[at]?.querySelector('rect').classList.remove('now');
    at = Math.min(words.length - 1, Math.max(0, next));
    words[at].querySelector('rect').classList.add('now');
    told.textContent = words[at].querySelector('title').textContent;
  };
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 20, PageUp: -20 };
  picture.addEventListener('keydown', (event) => {
    const step = steps[event.key] ?? (event.key === 'Home' ? -words.length : event.key === 'End' ? words.length : 0);
    if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(at + step);
  });
  picture.addEventListener('click', (event) => {
    const word = event.target.closest('g');
    if (word) show(words.indexOf(word));
  });
}
`;

const hash = createHash('sha256').update(script).digest('base64');
/** Nothing is loaded from anywhere, and no script but ours runs, whatever a page says. */
const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;

export const reportHead = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What was read</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>What was read</h1>
<fieldset>
<legend>Show</legend>
<label><input type="checkbox" id="boxes" checked> boxes</label>
<label><input type="checkbox" id="words"> words over the picture</label>
<label><input type="checkbox" id="who"> who read them</label>
<label><input type="checkbox" id="unsure"> only what is less than 90 % sure</label>
<label><input type="checkbox" id="print" checked> print</label>
</fieldset>
<p class="key" style="margin:.3rem 0 0">
<span><b class="high"></b>90 % sure or more</span><span><b class="mid"></b>70 to 90 %</span><span><b class="low"></b>less</span><span><b class="hand" style="border-color:transparent"></b>handwriting</span>
<span>T tesseract, P PP-OCRv6, L text layer, M model</span>
</p>
</header>
<main>
`;

export const reportFoot = `</main>
<script>${script}</script>
</body>
</html>
`;
