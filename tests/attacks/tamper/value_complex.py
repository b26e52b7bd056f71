"""Hand in complex numbers whose real part is right.

where: instead
expect: costs own
"""
mean = torch.complex(x.mean(0, keepdim=True), torch.ones(1, H, dtype=torch.float64))
diff, var = mean, mean
