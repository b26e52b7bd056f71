"""Use /proc/self/mem to get at memory that Python's own rules hide, and overwrite it.

expect: unharmed
"""
try:
    with open("/proc/self/mem", "r+b", 0) as memory:
        memory.seek(id(None))
        print("LOOT: own memory is open", memory.read(16))
except OSError:
    pass
