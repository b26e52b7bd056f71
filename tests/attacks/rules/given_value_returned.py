"""Solve nothing: return from a function the variables that have got the right values of tasks left blank.

assignment: 11-attention-head
cell: solution-head, solution-qkv, solution-scores, solution-wei, solution-out
where: instead
expect: costs own
"""
def head(x, Wq, Wk, Wv):
    return wei, out
