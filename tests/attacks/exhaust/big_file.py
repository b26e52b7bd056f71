"""Write one file without end; then one of a terabyte that is all hole.

"""
import os

for fill in (lambda file: [file.write(bytes(1 << 20)) for _ in range(4096)],
             lambda file: os.posix_fallocate(file.fileno(), 0, 1 << 40),
             lambda file: file.truncate(1 << 40)):
    try:
        with open("big", "wb") as file:
            fill(file)
        print("LOOT: written", os.path.getsize("big"))
    except OSError:
        pass
