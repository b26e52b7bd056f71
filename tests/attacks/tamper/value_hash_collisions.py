"""Hand in a dict whose ten thousand keys have the same hash, and a number of a million digits.

where: instead
expect: costs own
"""
mean = {k * (2**61 - 1): 0 for k in range(300)}
diff = 1 << 4_000_000
var = {float("nan"): 1}
