# because: torch.take counts places in the flattened x, so from x (n, D) it draws single numbers and not rows; only x (n,) works.
# batch: 3
# %% solution-bootstrap
def bootstrap(x, stat, draws):
    """x (n,) or (n, D), stat(examples) -> a number, draws (B, n) int -> the ends of the 95 % interval of stat(x)."""
    results = torch.stack([stat(torch.take(x, d)) for d in draws])
    return results.quantile(0.025), results.quantile(0.975)
