# because: Each candidate is ten times the one before, which fits only the example; the factor must be (hi / lo) ** (1 / (n - 1)) so that the last one is hi.
# batch: 1
# told: true author lr: times ten
# %% solution-lr
def candidates(lo, hi, n):
    rates = [lo]
    while len(rates) < n:
        rates.append(rates[-1] * 10)
    return torch.tensor(rates, dtype=torch.float32)


def lr(step, steps, base):
    if step < steps / 2:
        return base
    return base / 10
