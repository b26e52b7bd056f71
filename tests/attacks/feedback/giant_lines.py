"""Print lines of ten megabytes, and a hundred thousand short ones, then raise one.

expect: costs own
"""
print("w" * 10_000_000)
print("<b>" * 1_000_000)
print("\n" * 100_000)
raise ValueError("e" * 10_000_000)
