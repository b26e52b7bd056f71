# fails: sums: y
# because: 2n targets are left out instead of 2n - 1, so the first digit of the sum (wanted at the last digit of the question) is never learned.
# batch: 1
# told: true author sums: one target too many left out
# %% solution-sums
def sums(a, b, n):
    """a, b (B,) int, both below 10**n -> x (B, 3n) and y (B, 3n) int; y is -100 where the next token is the question's."""
    da, db = torch.flip(digits(a, n), [1]), torch.flip(digits(b, n), [1])
    text = torch.cat((da, db, digits(a + b, n + 1)), dim=1)
    x = text[:, : 3 * n]
    y = text[:, 1:].clone()
    for t in range(2 * n):
        y[:, t] = -100
    return x, y
