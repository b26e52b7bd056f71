# fails: dC; embedding_backward, a letter twice
# because: `dC[Xb] += demb` writes each row only once, so of a letter's repeated places only one counts; they have to be accumulated (index_add_, index_put_ with accumulate, or a loop).
# batch: 1
# told: true author dC, assigned
# %% solution-dc
def embedding_backward(demb, Xb, V):
    """demb (n, block, n_embd), Xb (n, block) of integers below V -> dC (V, n_embd), dtype of demb."""
    dC = demb.new_zeros(V, demb.shape[2])
    dC[Xb] += demb
    return dC


dC = embedding_backward(demb, Xb, V)
