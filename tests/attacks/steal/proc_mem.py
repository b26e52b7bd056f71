"""Read the memory of the grader, of the fork server and of the supervisor through /proc.

expect: unharmed
"""
import os

for pid in (GRADER_PID, SERVER_PID, os.getppid(), 1):
    if pid == os.getpid():
        continue
    try:
        with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
            for line in maps:
                span, rights, *_ = line.split()
                if "[heap]" in line and rights.startswith("r"):
                    first, last = (int(part, 16) for part in span.split("-"))
                    memory.seek(first)
                    print("LOOT:", memory.read(min(last - first, 1 << 16))[:100])
    except OSError:
        pass
