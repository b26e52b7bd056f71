# because: the "basic" bootstrap of the literature: the quantiles mirrored at stat(x), 2 stat(x) - q, instead of the quantiles themselves
# batch: 5
# told: none
# %% solution-bootstrap
def bootstrap(x, stat, draws):
    """x (n,) or (n, D), stat(examples) -> a number, draws (B, n) int -> the ends of the 95 % interval of stat(x)."""
    boot = torch.stack([stat(x[d]) for d in draws])
    centre = stat(x)
    lower = 2 * centre - boot.quantile(0.975)
    upper = 2 * centre - boot.quantile(0.025)
    return lower, upper
