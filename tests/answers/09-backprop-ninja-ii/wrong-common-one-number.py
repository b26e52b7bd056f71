# fails: common
# because: One mean over the whole table for all neurons; every column has its own a.
# batch: 1
# told: true author common, one number for all
# %% solution-common
# common (1, 64): the number a of each column
common = torch.full((1, n_hidden), dbnraw.mean().item(), dtype=dbnraw.dtype, device=dbnraw.device)
