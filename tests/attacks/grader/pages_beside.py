"""Hand in, beside an honest notebook, pages that might be served with the feedback, or in its place.

assignment: 11-attention-head
hands in: folder
"""
import os


def hand_in(path):
    page = "<script>ATTACK_ACTIVE</script><img src=x onerror=ATTACK_ACTIVE>"
    for name in ("index.html", f"{path.stem}.html", "PAGE.HTM", "style.css", "picture.svg", "page.xhtml", "code.js"):
        (path.parent / name).write_text(page)
    (path.parent / "more").mkdir()
    (path.parent / "more" / "index.html").write_text(page)
