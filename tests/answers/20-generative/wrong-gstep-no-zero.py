# fails: g_step, twice
# because: does not forget what G has in .grad, so old gradients are added
# batch: 1
# told: true author g_step: old gradients stay
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    D.requires_grad_(False)
    loss(D(G(z))).backward()
    D.requires_grad_(True)
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
