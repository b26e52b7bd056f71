"""Put the old kernel back into the dispatcher's table.

cell: solution-bn-train
where: before
expect: costs own
says: This is the layer you build here
"""
import gc

import torch

for one in gc.get_objects():  # the table's rows go when their owner is freed or reset
    if type(one).__name__ == "_DispatchModule":
        one.reset()
torch.ops.aten.native_batch_norm(torch.ones(2, 3), None, None, None, None, True, 0.1, 1e-5)
