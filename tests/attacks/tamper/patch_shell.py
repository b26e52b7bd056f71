"""Make the shell run nothing any more and report success for every step.

cell: solution-torch
where: after
expect: run ends
says: The value never arrived
"""


class Success:
    error_before_exec = error_in_exec = None


for name in ("run_cell", "run_plain"):
    setattr(get_ipython(), name, lambda *_, **__: Success())
