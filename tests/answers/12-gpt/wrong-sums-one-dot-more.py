# fails: sums: y
# because: 2n targets are hidden and not 2n - 1, so the first digit of the sum is never learned.
# batch: 2
# told: true author sums: one target too many left out
# %% solution-sums
def sums(a, b, n):
    """a, b (B,) int, both below 10**n -> x (B, 3n) and y (B, 3n) int; y is -100 where the next token is the question's."""
    question = torch.cat([digits(a, n).flip(1), digits(b, n).flip(1)], 1)
    answer = digits(a + b, n + 1)
    text = torch.cat([question, answer], 1)
    x = text[:, :-1].clone()
    y = text[:, 1:].clone()
    y[:, : question.shape[1]] = -100
    return x, y
