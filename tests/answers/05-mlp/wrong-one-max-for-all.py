# because: One maximum of the whole batch is subtracted instead of that of each row; a row far below it has only exponentials that underflow to 0, and log 0 is -inf.
# fails: cross_entropy, large logits
# batch: 1
# told: true author loss: one maximum for the whole batch
# %% solution-loss
def cross_entropy(logits, Y):
    z = logits - logits.max()
    lse = z.exp().sum(dim=1).log()
    right = z[range(len(Y)), Y]
    return (lse - right).mean()
