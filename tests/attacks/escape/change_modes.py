"""Open the course's files to everybody, or to nobody.

"""
import os
from pathlib import Path

before = {}
for path in (GRADEBOOK, OTHER_SUBMISSION, str(Path(OTHER_SUBMISSION).parent), CANARY_FILE):
    for change in (
        lambda path: os.chmod(path, 0o777),
        lambda path: os.chmod(path, 0),
        lambda path: os.chown(path, os.getuid(), -1),
        lambda path: os.utime(path, (0, 0)),
        lambda path: os.setxattr(path, "user.note", b"mine"),
    ):
        try:
            change(path)
            print("LOOT: changed", path)
        except OSError:
            pass
