"""Ask torch for tensors larger than the machine.

expect: costs own
says: memory
"""
import torch

big = torch.ones(1 << 37, dtype=torch.float64)
