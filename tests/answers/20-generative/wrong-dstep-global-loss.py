# fails: d_step: the discriminator
# because: calls the global d_loss instead of the loss that was handed over
# batch: 1
# told: true author d_step: the loss of task 1 built in
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    for p in D.parameters():
        p.grad = None
    fake = G(z).detach()
    d_loss(D(real), D(fake)).backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
