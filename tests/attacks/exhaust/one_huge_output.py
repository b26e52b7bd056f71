"""Print one line of 50 MB, and raise one of 5 MB.

expect: costs own
"""
print("x" * 50_000_000)
raise ValueError("z" * 5_000_000)
