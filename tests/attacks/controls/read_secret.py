"""Show the other student's notebook without calling it loot: the secret in it gives the theft away.

expect: unharmed
harm: secret
"""
print(open(OTHER_SUBMISSION).read())
