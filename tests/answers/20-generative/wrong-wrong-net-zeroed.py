# fails: g_step, twice
# because: Copied from d_step: D's gradients are set to zero, but those of G, which are used, pile up; forget what G has in .grad.
# batch: 2
# told: true author g_step: old gradients stay
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    D.zero_grad()
    D.requires_grad_(False)
    loss(D(G(z))).backward()
    D.requires_grad_(True)
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
