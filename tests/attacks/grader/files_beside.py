"""Hand in, beside an honest notebook, what might be imported, followed, served or waited for.

assignment: 11-attention-head
hands in: folder
"""
import os


def hand_in(path):
    folder = path.parent
    acts = f"open({CANARY_WRITE!r}, 'w').write('imported')\n"
    for name in ("torch.py", "json.py", "sitecustomize.py", "usercustomize.py", "conftest.py", "nbgrader_config.py",
                 "jupyter_config.py", "autograder/__init__.py", "course_data/__init__.py", "IPython/__init__.py"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(acts)
    (folder / "expected.safetensors").write_bytes(b"\xff" * 1000)
    for name, target in (("read.txt", CANARY_FILE), ("up", folder.parent.parent), ("here", folder), ("gone", "nowhere"),
                         ("loop-a", "loop-b"), ("loop-b", "loop-a"), ("book.db", GRADEBOOK)):
        os.symlink(target, folder / name)
    os.link(path, folder / "twin.txt")
    os.mkfifo(folder / "waits.txt")
    os.mkfifo(folder / "feedback.fifo")
