# because: The student believes that row 0 of C belongs to the letter a and looks up Xb - 1; row i is the embedding of token i, and token 0 is the full stop.
# fails: emb; embcat
# batch: 1
# told: true author embed: rows counted from one
# %% solution-embed
emb = torch.stack([C[Xb[:, t] - 1] for t in range(3)], dim=1)
embcat = emb.view(emb.shape[0], -1)
