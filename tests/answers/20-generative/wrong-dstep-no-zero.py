# fails: d_step, twice
# because: never forgets D's old gradients, so those of the step before are added
# batch: 1
# told: true author d_step: old gradients stay
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    fake = G(z).detach()
    loss(D(real), D(fake)).backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
