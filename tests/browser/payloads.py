"""What students could try on the reader of their pages: markup that acts, as it would in a page without a guard.

ACTING does something as soon as a page is open: each asks the canary for an address of its own, by a script or
because the browser fetches it. PASSIVE waits for a click, a renderer of markdown or formulas, or another browser.
URL stands for the canary's address, RUN for a script. A file name may not hold a slash: NAME does without.
"""

from __future__ import annotations

import html

__all__ = ["ACTING", "BANNER", "NAME", "PASSIVE", "filled"]

_IMAGE = '<img src="x:" onerror="RUN">'
ACTING = {
    "script": "<script>RUN</script>",
    "script-src": '<script src="URL"></script>',
    "onerror": _IMAGE,
    "ontoggle": '<details open ontoggle="RUN"><summary>x</summary></details>',
    "svg-onload": '<svg onload="RUN"></svg>',
    "svg-script": "<svg><script>RUN</script></svg>",
    "svg-image": '<svg><image href="URL" xlink:href="URL" width="9" height="9"/></svg>',
    "svg-foreign": '<svg><foreignObject><iframe src="URL"></iframe></foreignObject></svg>',
    "iframe": '<iframe src="URL"></iframe>',
    "iframe-js": '<iframe src="javascript:parent.eval(&quot;RUN&quot;)"></iframe>',
    "iframe-srcdoc": f'<iframe srcdoc="{html.escape(_IMAGE)}"></iframe>',
    "refresh": '<meta http-equiv="refresh" content="0;url=URL">',
    "base": '<base href="URL"><img src="?x">',
    "stylesheet": '<link rel="stylesheet" href="URL">',
    "import": "<style>@import 'URL';</style>",
    "css-url": '<b style="background:url(URL)">x</b>',
    "img": '<img src="URL">',
    "srcset": '<img srcset="URL 1x">',
    "picture": '<picture><source srcset="URL"><img></picture>',
    "video": '<video poster="URL" autoplay></video>',
    "audio": '<audio src="URL" preload="auto" autoplay></audio>',
    "object": '<object data="URL"></object>',
    "embed": '<embed src="URL">',
    "form": '<form id="f" action="URL"></form><script>f.submit()</script>',
    "break-out": f"</pre></div></code></textarea></title></style>-->]]>{_IMAGE}",
    "noscript": f'<noscript><p title="</noscript>{_IMAGE.replace(chr(34), "&quot;")}"></p></noscript>{_IMAGE}',
}  # fmt: skip
PASSIVE = {
    "link-js": '<a href="javascript:RUN">x</a>',
    "link-data": '<a href="data:text/html,%3Cscript%3ERUN%3C/script%3E">x</a>',
    "expression": '<b style="width:expression(RUN)">x</b>',
    "template": f"<template>{_IMAGE}</template>",
    "mutation-math": f'<math><mtext><table><mglyph><style><!--</style><p title="--&gt;{html.escape(_IMAGE)}">',
    "mutation-svg": f'<svg></p><style><a id="</style>{html.escape(_IMAGE)}">',
    "latex": r"$\href{javascript:RUN}{x}$ $$\href{URL}{x}$$ \begin{x}\unicode{60}script\end{x} \(\class{x}{y}\)",
    "markdown": "![x](URL) [y](javascript:RUN) <URL> [z]: URL",
    "jinja": "{{ 7 * 7 }} {% include 'URL' %}",
}
BANNER = '<div style="position:fixed;top:0;left:0;width:100%">Score: 4.0 of 4 points, all checks passed</div>'
NAME = "<img src=x onerror=document.documentElement.setAttribute('data-ran',1)>"


def filled(markup: str, canary: str, name: str) -> str:
    """Return a payload that asks for its own address at the canary, and marks the page if a script of it runs."""
    url = f"{canary}/{name}"
    run = f"document.documentElement.setAttribute('data-ran','{name}');new Image().src='{url}'"
    return markup.replace("URL", url).replace("RUN", run)
