# fails: *
# because: The mean of each draw is written into the code and stat is never called; it has to work for any number.
# batch: 2
# told: true code argument never used
# %% solution-bootstrap
def bootstrap(x, stat, draws):
    """x (n,) or (n, D), stat(examples) -> a number, draws (B, n) int -> the ends of the 95 % interval of stat(x)."""
    values = x[draws].mean(1)
    return values.quantile(0.025), values.quantile(0.975)
