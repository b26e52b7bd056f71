# fails: bootstrap, a mean
# because: It cuts off 5 % at each end, which leaves 90 %; for 95 % it is 2.5 % at each end.
# batch: 1
# told: true author bootstrap: 5 and 95
# %% solution-bootstrap
def bootstrap(x, stat, draws):
    values = torch.stack([stat(x[d]) for d in draws])
    return values.quantile(0.05), values.quantile(0.95)
