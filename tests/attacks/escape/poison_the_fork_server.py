"""Change what is shared with the fork server: modules, settings, mapped files, the pages of its memory.

"""
import builtins
import gc
import random

import numpy
import torch

torch.set_default_dtype(torch.float64)
torch.Tensor.zeros = builtins.poisoned = numpy.poisoned = True
torch.manual_seed = random.seed = lambda *_: None
gc.disable()
print("LOOT: poisoned before" if hasattr(torch, "poisoned") else "clean")
torch.poisoned = True
torch.manual_seed(1)
torch.set_default_dtype(torch.float32)
