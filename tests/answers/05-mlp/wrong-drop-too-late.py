# because: The small rate begins one step too late: at s = steps/2 exactly it must already be base/10, so the comparison is strictly s < steps/2.
# fails: lr
# batch: 1
# told: true author lr: one step too long
# %% solution-lr
def candidates(lo, hi, n):
    exps = torch.linspace(math.log10(lo), math.log10(hi), n)
    return torch.pow(10, exps)


def lr(step, steps, base):
    if step <= steps / 2:
        return base
    return base / 10
