# because: z[:, Y] takes all the columns Y for each row, a (B, B) matrix, instead of the one right answer per row; z[arange(B), Y] is needed.
# fails: cross_entropy; gradient
# batch: 1
# told: true author loss: all answers for each example
# %% solution-loss
def cross_entropy(logits, Y):
    m = logits.max(dim=1, keepdim=True)[0]
    z = logits - m
    logsum = z.exp().sum(1, keepdim=True).log()
    return (logsum - z[:, Y]).mean()
