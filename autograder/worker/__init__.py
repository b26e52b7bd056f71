"""THE WALL: what runs in the process of a graded run, beside a student's code.

Nothing in here knows an expected value, and nothing in here is worth attacking: the grader believes no
word that comes from this side, it compares what it is sent. Only student/ imports a part of this room;
the fork server starts `worker.py` by name.

    worker.py       takes steps from the pipe, runs them, sends back what they give
    capturing.py    the session of a run: each value at a check goes to the grader
    timeout.py      a cell's time-out, and the channel to the grader
    shell.py        IPython without its terminal, history and magics that leave the process
    state.py        goes back, before hidden cases, to what their check cell left
    snapshot.py     copies of what may be changed in place
    settings.py     the author's settings and the student's, kept apart
    numerics.py     threads, seeds and precision of a run
    arguments.py    what a check's statement changed in place
    standins.py     what a run cannot do, replaced by what costs no one a cell
    forbid.py       forbidden names, taken out of Python
    dispatcher.py   and the kernels that they stand on, out of torch
    double.py       float64 on the same random numbers, for the audit
"""
