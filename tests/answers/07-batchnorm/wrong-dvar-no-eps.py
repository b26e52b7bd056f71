# fails: dvar
# because: Epsilon is missing in the derivative: it must be (var + eps)^(-3/2), not var^(-3/2).
# batch: 2
# %% solution-back-variance
dinv_std = torch.sum(diff * dxhat, dim=0, keepdim=True)
dvar = -0.5 * var.pow(-1.5) * dinv_std
