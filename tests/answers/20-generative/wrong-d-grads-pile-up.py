# fails: d_step, twice
# because: The old gradients of D are not forgotten, so those of earlier steps are added; set them to None before backward.
# batch: 2
# told: true author d_step: old gradients stay
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    fake = G(z).detach()
    l = loss(D(real), D(fake))
    l.backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
