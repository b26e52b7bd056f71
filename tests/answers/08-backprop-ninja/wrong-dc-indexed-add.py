# fails: dC; embedding_backward, a letter twice
# because: dC[Xb] += demb writes each row once only, the last copy wins; all copies must be added.
# batch: 2
# %% solution-dc
def embedding_backward(demb, Xb, V):
    dC = demb.new_zeros(V, demb.shape[-1])
    dC[Xb] += demb
    return dC


dC = embedding_backward(demb, Xb, V)
