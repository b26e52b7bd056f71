"""Leave a note for the next run in /tmp, /dev/shm and the like, and look for one.

"""
import os
from pathlib import Path

scratch = Path.cwd().resolve()
for folder in ("/tmp", "/var/tmp", "/dev/shm", "/run", "/run/lock", "/var/lock", "/dev/mqueue", "/"):
    note = Path(folder, "note-of-a-run")
    if note.exists():
        print("LOOT: found", note)
    try:
        note.write_text(str(os.getpid()))
    except OSError:
        pass
