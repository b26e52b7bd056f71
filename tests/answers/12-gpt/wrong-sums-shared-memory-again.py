# fails: sums: x
# because: y is a view of the same memory as x, so writing -100 into y also writes it into x; y needs a clone.
# batch: 2
# told: true author sums: x changes with y
# %% solution-sums
def sums(a, b, n):
    """a, b (B,) int, both below 10**n -> x (B, 3n) and y (B, 3n) int; y is -100 where the next token is the question's."""
    text = torch.cat([digits(a, n).flip(1), digits(b, n).flip(1), digits(a + b, n + 1)], dim=1)
    x = text[:, :-1]
    y = text[:, 1:]
    y[:, : 2 * n - 1] = -100
    return x, y
