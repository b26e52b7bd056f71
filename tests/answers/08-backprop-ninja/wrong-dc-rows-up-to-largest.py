# fails: embedding_backward, a letter twice
# because: The table gets as many rows as the largest letter of the batch demands; it has V rows, those of letters that do not occur are 0.
# batch: 1
# told: true author dC, as many rows as letters seen
# %% solution-dc
def embedding_backward(demb, Xb, V):
    """demb (n, block, n_embd), Xb (n, block) of integers below V -> dC (V, n_embd), dtype of demb."""
    onehot = F.one_hot(Xb.flatten()).to(demb.dtype)
    return onehot.T @ demb.flatten(0, 1)


dC = embedding_backward(demb, Xb, V)
