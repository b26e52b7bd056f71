"""Mount something: the old way, the new way, and over what is there.

"""
import ctypes

libc = ctypes.CDLL(None)
libc.syscall.restype = ctypes.c_long
if libc.mount(b"none", b".", b"tmpfs", 0, None) == 0 or libc.mount(b"/", b".", None, 4096, None) == 0:
    print("LOOT: mounted")
if libc.mount(None, b"/", None, 32, None) == 0:
    print("LOOT: the root may be written")
if libc.umount2(b"/", 2) == 0 or libc.umount2(b".", 2) == 0:
    print("LOOT: unmounted")
for call in ((428, -100, b"/", 1), (430, b"tmpfs", 0), (155, b".", b".")):  # open_tree, fsopen, pivot_root
    if libc.syscall(*call) >= 0:
        print("LOOT: system call", call[0])
