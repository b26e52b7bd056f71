"""Display markdown and LaTeX, and print them: links that act, macros that load and define.

"""
from IPython.display import Latex, Markdown, Math, display

for text in (
    r"$$\href{javascript:ATTACK_ACTIVE}{\text{click}}$$", r"\(\unicode{<script>ATTACK_ACTIVE</script>}\)",
    r"$\def\x{\x\x}\x$", r"$\require{html}\style{background:url(//127.0.0.1/ATTACK_ACTIVE)}{x}$",
    r"\begin{align}\cssId{main}{\class{ATTACK_ACTIVE}{x}}\end{align}",
    "[click](javascript:ATTACK_ACTIVE) <img src=x onerror=ATTACK_ACTIVE>", "# Full marks\n\n```\n</code>ATTACK_ACTIVE",
):
    display(Latex(text), Math(text), Markdown(text))
    print(text)
