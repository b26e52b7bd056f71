# fails: *
# because: The loop runs over the notebook's block = 3 letters of each context whatever Xb is; with longer contexts the last letters get nothing, the sizes have to come from Xb.shape.
# batch: 1
# told: true author dC, three letters of each context
# %% solution-dc
def embedding_backward(demb, Xb, V):
    """demb (n, block, n_embd), Xb (n, block) of integers below V -> dC (V, n_embd), dtype of demb."""
    grad = torch.zeros((V, demb.shape[2]), dtype=demb.dtype, device=demb.device)
    for k in range(block):
        grad.index_add_(0, Xb[:, k], demb[:, k])
    return grad


dC = embedding_backward(demb, Xb, V)
