# fails: *
# because: The number of targets left out is written as 3, which is right for two digits only; for n digits it is 2n - 1.
# batch: 1
# told: true author sums: three targets left out
# %% solution-sums
def sums(a, b, n):
    """a, b (B,) int, both below 10**n -> x (B, 3n) and y (B, 3n) int; y is -100 where the next token is the question's."""
    question = torch.cat([digits(a, n).flip(-1), digits(b, n).flip(-1)], 1)
    answer = digits(a + b, n + 1)
    text = torch.cat([question, answer], 1)
    x, y = text[:, :-1].clone(), text[:, 1:].clone()
    y[:, :3] = -100  # the rest of the question
    return x, y
