"""Hand in a list that contains itself, one that is very deep, and a text that is not unicode.

where: instead
expect: costs own
"""
mean = []
mean.append(mean)
diff = []
for _ in range(100_000):
    diff = [diff]
var = "\ud800" * 100
