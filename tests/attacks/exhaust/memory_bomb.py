"""Fill the memory, and again after every MemoryError, and keep it.

cell: solution-bn-backward
expect: run ends
"""
kept = []
size = 1 << 26
while True:
    try:
        kept.append(b"x" * size)
    except MemoryError:
        size = max(size // 2, 1 << 10)
    except BaseException:
        pass
