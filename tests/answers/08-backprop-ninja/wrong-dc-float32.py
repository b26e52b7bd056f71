# fails: *
# because: torch.zeros without a dtype is float32, so the table's gradient loses half of its digits; it must have the dtype of demb.
# batch: 1
# told: true author dC, a table in float32
# %% solution-dc
def embedding_backward(demb, Xb, V):
    """demb (n, block, n_embd), Xb (n, block) of integers below V -> dC (V, n_embd), dtype of demb."""
    table = torch.zeros(V, demb.size(-1), device=demb.device)
    for i in range(Xb.size(0)):
        for k in range(Xb.size(1)):
            table[Xb[i, k]] += demb[i, k]
    return table


dC = embedding_backward(demb, Xb, V)
