"""Call torch's C++ by its symbol, past Python altogether. An error there has nobody who would catch it.

cell: solution-bn-train
where: before
expect: run ends
"""
import ctypes
import os

import torch

library = ctypes.CDLL(os.path.join(os.path.dirname(torch.__file__), "lib", "libtorch_cpu.so"))
symbol = "_ZN2at4_ops10group_norm4callERKNS_6TensorElRKN3c108optionalIS2_EES9_db"
call = next((getattr(library, name) for name in (symbol, symbol.replace("N3c108optional", "St8optional").replace("EES9", "EES8"))
             if hasattr(library, name)), None)
if call is None:
    import re
    import mmap
    with open(library._name, "rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as whole:
        call = getattr(library, re.search(rb"_ZN2at4_ops10group_norm4callE\w+", whole).group().decode())
data = torch.ones(2, 6)
made, none = (ctypes.c_uint64 * 2)(), (ctypes.c_uint64 * 2)()
call.restype = ctypes.c_void_p
call(made, ctypes.c_void_p(id(data) + 16), ctypes.c_int64(2), none, none, ctypes.c_double(1e-5), ctypes.c_bool(False))
print("called: made", hex(made[0]))
