"""Hand in tensors without any element, of which all are equal to anything.

where: instead
expect: costs own
"""
mean, diff, var = torch.zeros(0), torch.zeros(0, H), torch.zeros(1, 0, H, dtype=torch.float64)
