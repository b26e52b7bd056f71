"""Have the right answers where the header says that there are none: as a forger who succeeds.

where: instead
expect: costs own
harm: gained
"""
mean = x.mean(0, keepdim=True)
diff = x - mean
var = (diff**2).sum(0, keepdim=True) / (n - 1)
