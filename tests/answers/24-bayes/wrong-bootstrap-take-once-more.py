# because: torch.take picks from the flattened x: for x (n, D) it gives single numbers instead of rows
# batch: 5
# told: true author bootstrap: single numbers taken
# %% solution-bootstrap
def bootstrap(x, stat, draws):
    """x (n,) or (n, D), stat(examples) -> a number, draws (B, n) int -> the ends of the 95 % interval of stat(x)."""
    values = torch.stack([stat(torch.take(x, d)) for d in draws])
    return values.quantile(0.025), values.quantile(0.975)
