# fails: *
# because: The three dots of the example are hidden for every n; with n digits it is 2n - 1 targets that belong to the question.
# batch: 2
# told: true author sums: three targets left out
# %% solution-sums
def sums(a, b, n):
    """a, b (B,) int, both below 10**n -> x (B, 3n) and y (B, 3n) int; y is -100 where the next token is the question's."""
    text = torch.cat([digits(a, n).flip(1), digits(b, n).flip(1), digits(a + b, n + 1)], dim=1)
    x, y = text[:, :-1], text[:, 1:].clone()
    y[:, :3] = -100
    return x, y
