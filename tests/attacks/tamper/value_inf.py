"""Hand in infinity, by which a relative difference is not a number.

where: instead
expect: costs own
"""
mean = var = torch.full((1, H), float("inf"), dtype=torch.float64)
diff = torch.full((n, H), -float("inf"), dtype=torch.float64)
