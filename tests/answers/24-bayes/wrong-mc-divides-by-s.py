# fails: mc_dropout: std
# because: The spread is divided by S (correction=0); it is estimated from S draws, so by S - 1.
# batch: 1
# told: true author mc: n for n-1
# %% solution-mc
def mc_dropout(f, masks):
    out = torch.stack([f(mask) for mask in masks], dim=0)
    return out.mean(0), out.std(0, correction=0)
