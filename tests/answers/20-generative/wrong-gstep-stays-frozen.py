# fails: g_step: what the discriminator learns next
# because: freezes D and never switches it on again, so D cannot learn any more
# batch: 1
# told: true author g_step: D stays frozen
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    G.zero_grad()
    for p in D.parameters():
        p.requires_grad_(False)
    loss(D(G(z))).backward()
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
