"""Check a value that is nested a hundred thousand deep, and one that holds itself.

where: instead
expect: costs own
"""
mean = []
for _ in range(100_000):
    mean = [mean]
diff = {}
diff["self"] = diff
var = [0.0] * 3_000_000
