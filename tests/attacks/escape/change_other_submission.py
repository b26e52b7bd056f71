"""Spoil what another student handed in: overwrite, truncate, remove, rename.

"""
import os

for spoil in (
    lambda: open(OTHER_SUBMISSION, "w").write("{}"),
    lambda: os.truncate(OTHER_SUBMISSION, 0),
    lambda: os.rename(OTHER_SUBMISSION, OTHER_SUBMISSION + "~"),
    lambda: os.unlink(OTHER_SUBMISSION),
):
    try:
        spoil()
        print("LOOT: done")
    except OSError:
        pass
