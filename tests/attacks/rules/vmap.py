"""Call the function under vmap, whose batching has rules of its own.

cell: solution-bn-train
where: before
expect: costs own
says: This is the layer you build here
"""
import torch

name = "batch" + "_norm"
torch.vmap(lambda x: getattr(torch.ops.aten, name)(x, None, None, None, None, True, 0.1, 1e-5, False))(torch.ones(2, 4, 3))
