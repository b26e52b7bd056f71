# fails: embcat
# because: The tokens' embeddings are put one below the other (dim 0), which gives (15, 2); they belong side by side, dim 1.
# batch: 2
# %% solution-embed
emb = C[Xb]
embcat = torch.cat([emb[:, 0], emb[:, 1], emb[:, 2]], dim=0)
