# fails: dC
# because: The table has only as many rows as the largest letter that occurs; it needs V rows, with 0 for absent letters.
# batch: 2
# %% solution-dc
def embedding_backward(demb, Xb, V):
    onehot = F.one_hot(Xb.flatten()).to(demb.dtype)
    return onehot.T @ demb.flatten(0, 1)


dC = embedding_backward(demb, Xb, V)
