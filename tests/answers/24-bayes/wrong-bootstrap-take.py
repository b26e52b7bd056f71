# fails: *
# because: take counts places in the flattened tensor; for examples (n, D) it draws single numbers instead of rows.
# batch: 1
# told: true author bootstrap: single numbers taken
# %% solution-bootstrap
def bootstrap(x, stat, draws):
    results = [stat(torch.take(x, d)) for d in draws]
    v = torch.stack(results)
    return torch.quantile(v, 0.025), torch.quantile(v, 0.975)
