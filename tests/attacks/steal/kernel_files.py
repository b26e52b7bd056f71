"""Read the kernel's own files: memory images, symbols, other mounts, devices.

expect: unharmed
"""
for path in ("/proc/kcore", "/dev/mem", "/dev/kmem", "/dev/sda", "/dev/vda", "/proc/kallsyms", "/proc/mounts", "/proc/self/mountinfo",
             "/sys/kernel/notes", "/proc/self/environ", "/proc/self/maps", "/proc/version", "/sys/class/net", "/dev/log", "/dev/tty"):
    try:
        with open(path, "rb") as file:
            print("LOOT:", path, file.read(64))
    except OSError:
        pass
