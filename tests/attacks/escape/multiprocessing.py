"""Start processes as data loaders and pools do: fork, spawn, forkserver.

"""
import multiprocessing

for method in ("fork", "spawn", "forkserver"):
    try:
        process = multiprocessing.get_context(method).Process(target=print, args=("LOOT: a process",))
        process.start()
        print("LOOT: a process,", method)
    except (OSError, RuntimeError, EOFError, AttributeError):
        pass
