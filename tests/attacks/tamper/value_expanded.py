"""Hand in a view of one number that claims a million million elements.

where: instead
expect: costs own
"""
mean = torch.zeros(1, dtype=torch.float64).expand(10**12)
diff = torch.zeros(1).as_strided((10**6, 10**6), (0, 0))
var = mean.view(10**6, 10**6)
