"""Hand in NaN, which is unequal to everything, also to the expected value plus a tolerance.

where: instead
expect: costs own
"""
mean = diff = var = torch.full((1, H), float("nan"), dtype=torch.float64)
