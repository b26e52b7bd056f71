# because: the mask is made from the number of non-zero tokens (the first so many places), so it is wrong where a 0 stands in front of or between words
# batch: 5
# told: true author embedding_bag: as many from the left as there are words
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    """E (V, C), ids (N, L) int, mean: (x (N, L, C), mask (N, L)) -> (N, C); gives (N, C). Token 0 is padding."""
    lengths = (ids != 0).sum(dim=1)
    positions = torch.arange(ids.shape[1], device=ids.device)
    mask = positions[None, :] < lengths[:, None]
    return mean(E[ids], mask)
