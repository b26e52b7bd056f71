"""Fill the memory by the kernel's calls, past Python's allocator and errors.

cell: solution-bn-backward
expect: run ends
"""
import mmap

kept = []
while True:
    try:
        while True:
            one = mmap.mmap(-1, 1 << 24)
            one.write(bytes(1 << 24))
            kept.append(one)
    except BaseException:
        pass
