# because: The student swaps T and E before flattening, so embcat holds all first coordinates and then all second ones; the embeddings of the tokens must be laid side by side, each in one piece.
# fails: embcat
# batch: 1
# told: true author embed: coordinates first
# %% solution-embed
emb = C[Xb]  # (5, 3, 2)
embcat = emb.transpose(1, 2).reshape(5, 6)
