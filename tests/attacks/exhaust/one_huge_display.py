"""Show a value whose text has 100 MB: more than one message to the grader may have.

cell: solution-bn-backward
expect: run ends
"""


class Long:
    def __repr__(self):
        return "y" * 100_000_000


display(Long())
