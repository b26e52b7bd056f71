"""Show a value whose text has 100 MB.

cell: solution-bn-backward
expect: unharmed
"""


class Long:
    def __repr__(self):
        return "y" * 100_000_000


display(Long())
