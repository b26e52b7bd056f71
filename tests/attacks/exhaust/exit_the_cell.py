"""Leave the cell by exit(), as one does in a script, before it has done anything.

expect: unharmed
"""
exit()
