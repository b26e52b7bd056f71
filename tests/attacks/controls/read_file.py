"""Read a file outside: without isolation this works.

expect: unharmed
harm: loot
"""
print("LOOT:", open(CANARY_FILE).read())
