# fails: d_step: the discriminator
# because: hands the fakes to loss first and the real ones second
# batch: 1
# told: true author d_step: real and fake exchanged
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    D.zero_grad()
    with torch.no_grad():
        fake = G(z)
    loss(D(fake), D(real)).backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
