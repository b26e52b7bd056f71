"""Hand in, beside an honest notebook, files whose names are no text, commands, markup, formulas, or very long.

assignment: 11-attention-head
hands in: folder
"""
import os


def hand_in(path):
    folder = os.fsencode(path.parent)
    for name in (b"\xff\xfe\x80", b"\x1b[2J\x1b]0;ATTACK_ACTIVE\x07", b"=1+1.csv", b"<img src=x onerror=ATTACK_ACTIVE>",
                 "\u202etxt.exe".encode(), b"line\nbreak", b"-rf", b"%s{0}$(id)`id`", b"*?[a].txt", b" ", b"\\", b"n" * 255):
        with open(os.path.join(folder, name), "w") as file:
            file.write("odd")
        os.mkdir(os.path.join(folder, (b"d" + name)[:255]))
    for name in (f".{path.name}.part", f"{path.name}~", path.name.upper(), f"{path.stem}.IPYNB"):
        (path.parent / name).write_text("{}")
