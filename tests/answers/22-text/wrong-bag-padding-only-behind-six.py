# because: makes the mask from the number of words per text (the first so many places), so padding in the front or the middle is let in and words behind it are left out
# batch: 6
# told: true author embedding_bag: as many from the left as there are words
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    """E (V, C), ids (N, L) int, mean: (x (N, L, C), mask (N, L)) -> (N, C); gives (N, C). Token 0 is padding."""
    lengths = (ids != 0).sum(1)
    places = torch.arange(ids.shape[1], device=ids.device)
    mask = places[None, :] < lengths[:, None]
    return mean(E[ids], mask)
