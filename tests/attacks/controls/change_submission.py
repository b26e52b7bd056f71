"""Spoil another student's submission.

expect: unharmed
harm: tampered
"""
open(OTHER_SUBMISSION, "a").write(" ")
