"""How the report looks: paper, ink and the colours of the five D's, light, dark and printed."""

from __future__ import annotations

from typing import Final

CSS: Final = """\
:root { color-scheme: light dark; --paper: #faf7f2; --card: #fff; --line: #e3ddd3; --ink: #1e2530;
  --soft: #5a6472; --teal: #0e6a6a; --distract: #a84b00; --delegate: #1d4fd1;
  --document: #6a2bc9; --delay: #1b7338; --direct: #b5173b; }
@media (prefers-color-scheme: dark) { :root { --paper: #12161c; --card: #1b2129;
  --line: #2e3742; --ink: #f1f3f5; --soft: #a9b3bf; --teal: #5cc8be; --distract: #ffb066;
  --delegate: #8fb4ff; --document: #c5a3ff; --delay: #7fd79a; --direct: #ff94a8; } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 "Atkinson Hyperlegible Next", "Noto Sans", system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 14px;
  padding: 1rem 1.5rem; margin: 1.5rem 0; }
h1 { font-size: 2rem; margin: 0; } h2 { font-size: 1.3rem; margin: 0 0 .5rem; }
p { margin: .5rem 0; max-width: 46rem; } .soft, .path { color: var(--soft); }
.path { font-size: .9rem; overflow-wrap: anywhere; } .good { color: var(--teal); }
a { color: var(--teal); }
.table { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: start; vertical-align: top; padding: .35rem .75rem .35rem 0;
  border-bottom: 1px solid var(--line); }
th { font-weight: 600; } thead th { color: var(--soft); }
.number { font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; }
.d { font-weight: 600; } .distract { color: var(--distract); } .delegate { color: var(--delegate); }
.document { color: var(--document); } .delay { color: var(--delay); }
.direct { color: var(--direct); }
h3 { font-size: 1.1rem; margin: 1.25rem 0 .25rem; }
article { border-top: 1px solid var(--line); } .margin { padding-inline-end: 30%; }
.choice { margin-top: 1rem; } .aside { color: var(--soft); font-size: .95rem; }
.aside span { font-weight: 600; } .lines { border-bottom: 1px solid var(--line); height: 2rem; }
pre { overflow-x: auto; }
@media print { body { font-size: 10.5pt; background: none; } main { max-width: none; padding: 0; }
  section { border: 0; padding: 0; } .question, .choice, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; } }
"""
