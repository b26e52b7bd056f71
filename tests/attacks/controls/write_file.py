"""Write a file outside.

expect: unharmed
harm: wrote
"""
open(CANARY_WRITE, "w").write("here")
