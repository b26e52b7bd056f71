# fails: additive
# because: tanh is applied to query and key separately, then added; it is tanh of their sum.
# batch: 2
# %% solution-additive
def additive(q, k, W1, W2, w):
    a = torch.tanh(q @ W1).unsqueeze(2)
    b = torch.tanh(k @ W2).unsqueeze(1)
    return (a + b) @ w
