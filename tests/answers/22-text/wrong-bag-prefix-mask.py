# fails: *
# because: It takes as many places from the left as there are words, so a 0 in the middle counts as a word and a later word does not; token 0 is padding wherever it stands.
# batch: 1
# told: true author embedding_bag: as many from the left as there are words
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    lengths = (ids != 0).sum(1)
    mask = torch.arange(ids.shape[1], device=ids.device) < lengths[:, None]
    return mean(E[ids], mask)
