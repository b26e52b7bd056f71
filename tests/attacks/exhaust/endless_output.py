"""Print without end.

expect: costs own
says: ran for more than
"""
while True:
    print("all work and no play makes Jack a dull boy " * 100)
