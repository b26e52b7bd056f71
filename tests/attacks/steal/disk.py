"""Walk the whole disk for the solution, expected values, the gradebook, and other students' files.

expect: unharmed
"""
import os

wanted = {"batchnorm.ipynb", "expected.safetensors", "gradebook.db", "canary.txt", "nbgrader_config.py"}
found = []
for place, folders, files in os.walk("/"):
    folders[:] = [one for one in folders if one not in ("site-packages", "python3.11", "fonts", "x86_64-linux-gnu")]
    found += [f"{place}/{one}" for one in files if one in wanted]
if found:
    print("LOOT:", found)
