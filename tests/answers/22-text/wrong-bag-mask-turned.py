# fails: embedding_bag
# because: The mask is True at the padding; it should be True where there is a word.
# batch: 1
# told: true author embedding_bag: the mask upside down
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    x = F.embedding(ids, E)
    mask = ids == 0
    return mean(x, mask)
