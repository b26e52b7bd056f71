# fails: one_hot; one_hot, as many examples as classes
# because: The class numbers stand in the column and the examples in the row, so the table comes out as (K, N) instead of (N, K).
# batch: 1
# told: true author one-hot: transposed
# %% solution-one-hot
def one_hot(ix, K):
    return (torch.arange(K, device=ix.device)[:, None] == ix).float()
