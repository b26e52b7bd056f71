"""Leave files with names and rights that make cleaning up hard.

"""
import os

for name in ("-rf", "a\nb", b"\xff\xfe", "$(reboot)", "x" * 255, "..."):
    try:
        os.mkdir(name)
        open(os.path.join(name, "f" if isinstance(name, str) else b"f"), "w").close()
        os.chmod(name, 0)
    except OSError:
        pass
try:
    os.chmod(".", 0o500)
except OSError:
    pass
