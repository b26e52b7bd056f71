"""Open the machine's memory, disks, terminals and kernel log; make a device; type into the terminal.

"""
import fcntl
import glob
import os

for path in ("/dev/mem", "/dev/kmem", "/dev/port", "/dev/kmsg", "/dev/ptmx", "/dev/tty", "/dev/console", "/dev/fuse",
             "/dev/kvm", "/dev/net/tun", "/dev/loop-control", "/dev/userfaultfd", *glob.glob("/dev/[svnx][dv]*")):
    try:
        os.close(os.open(path, os.O_RDWR))
        print("LOOT: opened", path)
    except OSError:
        pass
try:
    os.mknod("disk", 0o60600, os.makedev(8, 0))
    print("LOOT: made a device")
except OSError:
    pass
for descriptor in range(5):
    try:
        fcntl.ioctl(descriptor, 0x5412, b"x")  # TIOCSTI
        print("LOOT: typed")
    except OSError:
        pass
