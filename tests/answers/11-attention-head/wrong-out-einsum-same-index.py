# fails: out
# because: In the einsum v carries the index t and not s, so each value is only multiplied by the sum of its row (which is 1) and out is just v; it must be bts,bsh->bth.
# batch: 1
# told: true author out: the values themselves
# %% solution-out
out = torch.einsum("bts,bth->bth", wei, v)
