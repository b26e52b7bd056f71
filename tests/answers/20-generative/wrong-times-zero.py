# fails: *
# because: The old gradients are multiplied by 0, which leaves NaN and infinity as NaN; they must be dropped whatever they are.
# batch: 2
# told: true author d_step: old gradients times zero
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    for p in D.parameters():
        if p.grad is not None:
            p.grad.mul_(0)
    with torch.no_grad():
        fakes = G(z)
    loss(D(real), D(fakes)).backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
