"""Look for the grader's own modules, and for what they hold, among those that are loaded.

expect: unharmed
"""
import sys

for name, module in list(sys.modules.items()):
    if name.startswith(("autograder.grade", "autograder.gradebook", "autograder.run.cache", "autograder.course.folder", "autograder.judge.expected")):
        print("LOOT:", name, sorted(vars(module)))
