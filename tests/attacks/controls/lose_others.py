"""Spoil later tasks where the header says that only the own one is lost.

cell: solution-bn-train
where: after
expect: costs own
harm: lost
"""
torch.Tensor.mean = None
x = None
