# fails: *
# because: The mask lets through the first so many places as the text has words, as if padding stood at the end only; token 0 is padding wherever it stands.
# batch: 2
# told: true author embedding_bag: as many from the left as there are words
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    """E (V, C), ids (N, L) int, mean: (x (N, L, C), mask (N, L)) -> (N, C); gives (N, C). Token 0 is padding."""
    lengths = (ids != 0).sum(1, keepdim=True)
    mask = torch.arange(ids.shape[1], device=ids.device) < lengths
    return mean(E[ids], mask)
