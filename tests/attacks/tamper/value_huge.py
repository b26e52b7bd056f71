"""Hand in the largest numbers that there are, whose differences overflow.

where: instead
expect: costs own
"""
mean = var = torch.full((1, H), 1.7e308, dtype=torch.float64)
diff = torch.full((n, H), -1.7e308, dtype=torch.float64)
