# fails: d_step: the discriminator
# because: The student calls loss(fake, real); the first argument are the logits of the real ones.
# batch: 2
# told: true author d_step: real and fake exchanged
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    for p in D.parameters():
        p.grad = None
    said_fake = D(G(z).detach())
    said_real = D(real)
    loss(said_fake, said_real).backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
