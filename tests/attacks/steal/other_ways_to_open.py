"""Read a file outside through whatever else can open one: native code, other libraries, odd paths.

expect: unharmed
"""
import ctypes
import io
import mmap
import os

import numpy as np

libc = ctypes.CDLL(None, use_errno=True)
target = CANARY_FILE
ways = {
    "numpy": lambda: np.fromfile(target, dtype=np.uint8),
    "torch": lambda: torch.from_file(target, size=8, dtype=torch.uint8),
    "torch.load": lambda: torch.load(target, weights_only=False),
    "o_path": lambda: os.read(os.open(f"/proc/self/fd/{os.open(target, os.O_PATH)}", os.O_RDONLY), 99),
    "dots": lambda: open("../" * 40 + target).read(),
    "root": lambda: open(f"/proc/1/root{target}").read(),
    "dir_fd": lambda: os.read(os.open(target.lstrip("/"), os.O_RDONLY, dir_fd=os.open("/", os.O_RDONLY)), 99),
    "write only": lambda: mmap.mmap(os.open(target, os.O_RDWR), 0).read(),
    "open_code": lambda: io.open_code(target).read(),
    "link": lambda: (os.link(target, "link"), open("link").read()),
    "symlink": lambda: (os.symlink(target, "symlink"), open("symlink").read()),
    "rename": lambda: (os.rename(target, "here"), open("here").read()),
    "openat2": lambda: os.read(libc.syscall(437, -100, target.encode(), (ctypes.c_ulong * 3)(0, 0, 0), 24), 99),
    "fopen": lambda: ctypes.c_void_p(libc.fopen(target.encode(), b"r")).value or 1 / 0,
    "linecache": lambda: __import__("linecache").getline(target, 1) or 1 / 0,
    "magic": lambda: (get_ipython().run_line_magic("load", target), get_ipython().user_ns["nothing"]),
}
for name, way in ways.items():
    try:
        print("LOOT:", name, way())
    except BaseException:
        pass
