"""Hand in, beside an honest notebook, a thousand files, and folders so deep that their path is longer than one may be.

assignment: 11-attention-head
hands in: folder
"""
import os


def hand_in(path):
    for number in range(1000):
        (path.parent / f"{number}.txt").touch()
    here = os.open(path.parent, os.O_RDONLY)
    for _ in range(120):
        os.mkdir("d" * 40, dir_fd=here)
        below = os.open("d" * 40, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.symlink("/etc/passwd", "link", dir_fd=here)
    for name in ("text.txt", "deep.ipynb"):
        os.close(os.open(name, os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)
