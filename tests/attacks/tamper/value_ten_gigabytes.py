"""Hand in ten gigabytes.

where: instead
expect: costs own
"""
mean = torch.empty(10, 1 << 30, dtype=torch.uint8)
