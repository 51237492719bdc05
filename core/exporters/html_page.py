"""The page around speeches in HTML: its style, its few lines of script, and the policy that lets in nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from core.colour import strong
from core.tags import dark_colour, light_colour

_LIGHT = {"page": "#fffdf8", "ink": "#23262b", "soft": "#6d6a63", "line": "#e2ddd1", "accent": "#b3382c"}
_DARK = {"page": "#25272b", "ink": "#dcd8cf", "soft": "#9a968d", "line": "#34363b", "accent": "#e0705f"}
_SONG = '"Source Han Serif SC","Noto Serif CJK SC","Songti SC",SimSun,serif'
_HEI = '"Source Han Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",SimHei,sans-serif'

_RULES = f"""
html{{background:var(--page);color:var(--ink);font:17px/1.78 {_SONG};scroll-padding-top:4rem}}
body{{margin:0}}
.bar{{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:center;
 padding:.45rem 1.5rem;background:var(--page);border-bottom:1px solid var(--line);
 font:13px/1.6 {_HEI};color:var(--soft)}}
.bar .chips{{display:none;flex-wrap:wrap;gap:.1rem .9rem;flex:1}}
.js .bar .chips{{display:flex}}
button{{all:unset;cursor:pointer;padding:.1rem .1rem;border-bottom:2px solid transparent}}
button:hover,button[aria-pressed=true]{{color:var(--ink)}}
button[aria-pressed=true]{{border-color:var(--accent)}}
button:focus-visible,a:focus-visible{{outline:2px solid var(--accent);outline-offset:2px}}
button i{{display:inline-block;width:.7em;height:.7em;margin-right:.35em}}
button small,nav small{{font-variant-numeric:tabular-nums;font-size:inherit;color:var(--soft)}}
.theme{{display:none}}
.js .theme{{display:block}}
.all{{display:grid;grid-template-columns:15rem minmax(0,60rem);gap:2.5rem;justify-content:center;padding:0 1.5rem}}
nav{{font:13px/1.65 {_HEI};position:sticky;top:3rem;max-height:calc(100vh - 4rem);overflow:auto;align-self:start;
 padding-top:2rem}}
nav ol{{list-style:none;margin:0;padding:0}}
nav ol ol{{padding-left:1em}}
nav a{{display:block;padding:.12rem 0;color:var(--soft);text-decoration:none}}
nav>details>ol>li>a{{color:var(--ink)}}
nav a:hover{{color:var(--accent)}}
nav summary{{cursor:pointer;color:var(--soft)}}
article{{padding:2rem 18rem 4rem 0;overflow:hidden}}
article+article{{border-top:1px solid var(--line)}}
article p,article h1,article h2,article h3,article h4,article h5{{margin:.35em 0;white-space:pre-wrap;text-indent:2em;
 text-align:justify;font-size:1em;font-weight:400;overflow-wrap:anywhere}}
article h1{{font:600 1.5em/1.5 {_SONG};text-align:center;text-indent:0;margin:.8em 0 .4em}}
article h2{{font:600 1.08em/1.7 {_HEI};margin-top:1.1em}}
article h3,article b{{font-family:{_HEI};font-weight:600}}
article h4,article h5{{font-weight:600}}
article .subtitle{{text-align:center;text-indent:0;color:var(--soft)}}
article .salutation{{text-indent:0}}
article .aside{{text-indent:0;color:var(--soft);font-size:.8em}}
mark{{color:inherit;background:linear-gradient(transparent 28%,var(--band) 28%);-webkit-box-decoration-break:clone;
 box-decoration-break:clone}}
mark[class*=" r"]{{border-bottom:2px solid var(--rule)}}
mark.off{{background:none;border-color:transparent}}
.note.off{{display:none}}
aside{{float:right;clear:right;width:15.5rem;margin-right:-18rem;font:13px/1.6 {_HEI}}}
.note{{margin:.45rem 0 .8rem;padding-left:.7rem;border-left:3px solid var(--band);white-space:pre-line;
 overflow-wrap:anywhere}}
.note a{{color:var(--soft);text-decoration:none}}
.note a:hover{{color:var(--accent)}}
.note strong{{font-weight:600}}
.note em{{font-style:normal;color:var(--accent)}}
.note small{{display:block;font-size:11px;color:var(--soft)}}
.lost{{clear:both}}
.lost aside{{float:none;clear:none;width:auto;margin:0 0 0 2em}}
:target{{color:var(--accent)}}
@media screen and (max-width:1180px){{.all{{display:block}}nav{{position:static;max-height:none}}}}
@media screen and (max-width:760px){{.bar{{position:static}}.bar .chips{{order:1;flex-basis:100%}}
 article{{padding-right:0}}.row{{display:flex;flex-direction:column-reverse}}
 aside{{float:none;width:auto;margin:0 0 0 2em}}}}
@media print{{@page{{size:A4;margin:20mm 16mm}}html{{font-size:10.5pt;background:none}}.bar,nav{{display:none}}
 .all{{display:block;padding:0}}
 article{{padding:0 34% 0 0}}article+article{{break-before:page;border:0}}
 aside{{width:46%;margin-right:-51.5%;font-size:8pt}}.note{{break-inside:avoid}}.note small{{font-size:7pt}}
 h1,h2,h3,h4,h5{{break-after:avoid}}mark,.note,i{{-webkit-print-color-adjust:exact;print-color-adjust:exact}}}}
"""

SCRIPT = """
const root = document.documentElement, chosen = new Set();
root.classList.add("js");
document.querySelector(".theme").addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
if (innerWidth < 1180) document.querySelector("details").open = false;
for (const chip of document.querySelectorAll("[data-tag]")) chip.addEventListener("click", () => {
  const on = chip.getAttribute("aria-pressed") !== "true";
  chip.setAttribute("aria-pressed", on);
  chosen[on ? "add" : "delete"](chip.dataset.tag);
  for (const each of document.querySelectorAll("[data-t]"))
    each.classList.toggle("off", chosen.size > 0 && !each.dataset.t.split(" ").some((tag) => chosen.has(tag)));
});
"""


def page(title: str, bar: str, nav: str, body: Iterable[str], palette: Iterable[str], theme: str = "system") -> str:
    """The whole file; all that is given is escaped already, ``palette`` are ``#rrggbb``, ``theme`` is light, dark
    or whatever the system's is."""
    chosen = f' data-theme="{theme}"' if theme != "system" else ""
    style = _style(list(palette))
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(SCRIPT)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="zh-Hans"{chosen}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{title}</title>\n<style>{style}</style>\n</head>\n'
        f'<body>\n<header class="bar">{bar}</header>\n<div class="all">\n{nav}\n<main>\n'
        + "\n".join(body)
        + f"\n</main>\n</div>\n<script>{SCRIPT}</script>\n</body>\n</html>\n"
    )


def _style(palette: list[str]) -> str:
    light = _variables(_LIGHT, [light_colour(colour) for colour in palette])
    dark = _variables(_DARK, [dark_colour(colour) for colour in palette])
    places = "".join(
        f".c{place}{{--band:var(--c{place})}}.r{place}{{--rule:var(--r{place})}}i.c{place}{{background:var(--band)}}"
        for place in range(len(palette))
    )
    return (
        f"\n:root{{color-scheme:light;{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{color-scheme:dark;{dark}}}}}{_RULES}{places}\n"
    )


def _variables(theme: dict[str, str], bands: list[str]) -> str:
    names = [*theme.items(), *((f"c{place}", band) for place, band in enumerate(bands))]
    names += [(f"r{place}", strong(band, theme["page"])) for place, band in enumerate(bands)]
    return "".join(f"--{name}:{colour};" for name, colour in names)


def _hash(text: str) -> str:
    import base64
    import hashlib

    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
