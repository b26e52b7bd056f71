"""Read a file outside that everybody on the machine may read.

expect: costs own
"""
with open(CANARY_FILE) as file:
    print("LOOT:", file.read())
