# because: The incoming gradient is multiplied by xhat, the product itself; in diff·inv_std the other factor of inv_std is diff.
# fails: dinv_std
# batch: 1
# told: true author dinv_std with xhat
# %% solution-back-variance
dinv_std = torch.einsum("nh,nh->h", dxhat, xhat)[None]
dvar = -0.5 * inv_std**3 * dinv_std
