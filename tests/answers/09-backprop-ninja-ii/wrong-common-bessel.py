# fails: common
# because: It divides by n - 1 as in the variance; the mean mu divides by n.
# batch: 1
# told: true author common, n-1 for n
# %% solution-common
# common (1, 64): the number a of each column
total = torch.zeros(1, n_hidden, dtype=dbnraw.dtype, device=dbnraw.device)
for i in range(n):
    total += dbnraw[i]
common = total / (n - 1)
