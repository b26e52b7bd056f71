# fails: bootstrap, a mean
# because: The quantiles 5 % and 95 % are taken, a 90 % interval; for 95 % it is 2.5 % and 97.5 %.
# batch: 2
# told: true author bootstrap: 5 and 95
# %% solution-bootstrap
def bootstrap(x, stat, draws):
    results = torch.stack([stat(x[d]) for d in draws])
    low, high = results.quantile(torch.tensor([0.05, 0.95], dtype=results.dtype, device=results.device))
    return low, high
