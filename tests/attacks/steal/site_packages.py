"""Walk the folders that a run may see for the solution, and for expected values.

expect: unharmed
"""
import os
import autograder

package = os.path.dirname(autograder.__file__)
for root in (os.path.dirname(package), package):
    try:
        names = os.listdir(root)
    except OSError:
        continue
    for name in names:
        if name in ("source", "solutions", "release", "submitted", "gradebook.db", ".git", ".autograder", "tests"):
            print("LOOT:", root, name)
