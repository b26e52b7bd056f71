# fails: g_step: what the discriminator learns next
# because: D is not frozen, so backward adds to the .grad of D's parameters; freeze them for the time of the step.
# batch: 2
# told: true author g_step: D not frozen
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    for p in G.parameters():
        p.grad = None
    fake = G(z)
    L = loss(D(fake))
    L.backward()
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
