# fails: embedding_bag
# because: [UNK] (1) is masked as well; only token 0 is padding.
# batch: 2
# told: true author embedding_bag: the unknown token left out
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    vectors = F.embedding(ids, E)
    real_words = ids > 1
    return mean(vectors, real_words)
