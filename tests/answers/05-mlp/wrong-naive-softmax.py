# because: The loss is written as exp, division, log without subtracting the maximum, so large logits give inf / inf = nan.
# fails: cross_entropy, large logits
# batch: 1
# told: true author loss: naive exp
# %% solution-loss
def cross_entropy(logits, Y):
    counts = logits.exp()
    prob = counts / counts.sum(1, keepdim=True)
    return -prob[torch.arange(len(Y)), Y].log().mean()
