"""Read the code of the worker and of the check: it is no secret, but it must hold none.

"""
import inspect
import sys

for name, module in sorted(sys.modules.items()):
    if name.startswith("autograder"):
        try:
            source = inspect.getsource(module)
        except (OSError, TypeError):
            continue
        for word in ("misconcep" + "tion:", "BEGIN HIDDEN" + " TESTS\n", "canary-"):
            if word in source:
                print("LOOT:", name, word)
