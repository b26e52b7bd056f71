"""Make the shell run nothing any more and report success for every step.

cell: solution-torch
where: after
expect: run ends
says: The value never arrived
"""


class Success:
    error_before_exec = error_in_exec = None


get_ipython().run_cell = lambda *_, **__: Success()
