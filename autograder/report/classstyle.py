"""The class page's colours and its style sheet, light and dark.

It stands here and not in a file of its own so that no page has to look for package data.
"""

__all__ = ["STYLE", "heat"]

STYLE = """
:root { color-scheme: light dark; --ink: #1f2328; --dim: #656d76; --line: #d8dee4; --page: #fff;
  --soft: #f6f8fa; --good: #2e9e5b; --fair: #e3b341; --bad: #e0483e; --none: #8c959f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #9198a1; --line: #30363d;
  --page: #0d1117; --soft: #161b22; --none: #6e7681; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 76rem;
  background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.2rem; margin: 2.6rem 0 .2rem; overflow-wrap: anywhere; }
h3 { font-size: .95rem; margin: 1.2rem 0 .3rem; }
.dim { color: var(--dim); font-weight: 400; }
.small { font-size: .85rem; }
.warning { margin: 1rem 0; padding: .5rem .9rem; border-left: 3px solid var(--bad);
  background: color-mix(in srgb, var(--bad) 12%, transparent); border-radius: 0 4px 4px 0; }
.numbers { display: flex; flex-wrap: wrap; gap: .6rem 2.4rem; margin: 1.1rem 0 1.4rem; }
.numbers b { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
table { border-collapse: separate; border-spacing: 3px; font-variant-numeric: tabular-nums; }
th { font-weight: 600; text-align: right; padding: .2rem .6rem; vertical-align: bottom; max-width: 11rem;
  overflow-wrap: break-word; }
th:first-child { text-align: left; min-width: 9rem; max-width: 16rem; }
th:first-child { position: sticky; left: 0; background: var(--page); }
tbody th { font-weight: 400; vertical-align: middle; }
td .dim { color: inherit; opacity: .75; }
td { text-align: right; padding: .2rem .6rem; border-radius: 4px; min-width: 4.5rem; white-space: nowrap; }
.many thead th { font-size: .66rem; }
.many th { padding: .2rem .25rem; max-width: none; }
.many th:first-child { min-width: 6rem; }
.many td { padding: .2rem .3rem; min-width: 3rem; font-size: .85rem; }
.note { display: block; font-size: .75rem; line-height: 1.25; opacity: .85; white-space: normal;
  max-width: 7rem; margin-left: auto; }
.many .note { max-width: 4rem; font-size: .7rem; }
tfoot th, tfoot td { padding-top: .5rem; font-weight: 600; }
.strip { display: flex; flex-wrap: wrap; gap: 2px; margin: .6rem 0 .8rem;
  border-radius: 4px; overflow: hidden; }
.strip span { flex: 1 1 5.5rem; min-width: 0; padding: .25rem .45rem; font-size: .78rem; line-height: 1.35;
  white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.check { display: grid; grid-template-columns: minmax(9rem, 20rem) 1fr 10rem; gap: .3rem 1rem;
  align-items: center; padding: .3rem .2rem; border-top: 1px solid var(--line); cursor: pointer; }
.check:hover { background: var(--soft); }
details > summary { list-style: none; }
details > summary::-webkit-details-marker { display: none; }
summary:not(.check) { cursor: pointer; color: var(--dim); padding: .4rem .2rem; }
summary:not(.check)::before { content: "▸ "; }
details[open] > summary:not(.check)::before { content: "▾ "; }
.name { overflow-wrap: anywhere; }
.name::before { content: "▸ "; color: var(--dim); }
details[open] > .check .name::before { content: "▾ "; }
.bar { display: flex; height: .7rem; border-radius: 3px; overflow: hidden;
  background: color-mix(in srgb, var(--good) 30%, transparent); }
.wrong { background: var(--bad); }
.raised { background: #a3344f; }
.missing { background: var(--none); }
.forbidden { background: var(--fair); }
.passed { background: color-mix(in srgb, var(--good) 30%, transparent); }
.key { display: inline-block; width: .7rem; height: .7rem; border-radius: 2px; margin: 0 .3rem 0 .8rem; }
.more { padding: .1rem .2rem .8rem 1.3rem; }
.says { margin: .35rem 0; padding: .35rem .8rem; border-left: 3px solid #c98a00; border-radius: 0 4px 4px 0;
  background: color-mix(in srgb, #c98a00 13%, transparent); overflow-wrap: anywhere; }
.says b { font-variant-numeric: tabular-nums; }
@media (max-width: 40rem) { body { padding: 1.2rem .8rem 3rem; } .check { grid-template-columns: 1fr; }
  th, td { padding: .2rem .35rem; } th:first-child { min-width: 5rem; max-width: 8rem; } }
"""


def heat(failing: float, strength: int) -> str:
    """Return a CSS colour: 0 green, 1/2 yellow, 1 red, as a wash of `strength` % over the page."""
    low, high, part = ("good", "fair", failing * 2) if failing < 0.5 else ("fair", "bad", failing * 2 - 1)
    mix = f"color-mix(in srgb,var(--{high}) {part:.0%},var(--{low}))"
    return f"color-mix(in srgb,{mix} {strength}%,transparent)"
