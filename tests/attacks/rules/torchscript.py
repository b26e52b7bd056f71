"""Write the call in TorchScript, which has an interpreter of its own.

cell: solution-bn-train
where: before
expect: costs own
says: allowed in this exercise
"""
import torch

unit = torch.jit.CompilationUnit(
    "def layer(x: Tensor):\n    return torch.group_norm(x, 1)\n"
)
print(unit.layer(torch.ones(2, 3)))
