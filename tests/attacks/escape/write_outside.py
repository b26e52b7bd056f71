"""Write a file into a folder where everybody may write.

"""
import os

for write in (
    lambda: open(CANARY_WRITE, "w").close(),
    lambda: os.mkdir(CANARY_WRITE),
    lambda: os.mkfifo(CANARY_WRITE),
    lambda: os.symlink("/etc/passwd", CANARY_WRITE),
    lambda: os.rename("mine", CANARY_WRITE),
):
    try:
        open("mine", "w").close()
        write()
        print("LOOT: wrote")
    except OSError:
        pass
