# fails: g_step, an infinite old gradient
# because: old gradients are multiplied by 0, which leaves NaN of infinite ones
# batch: 4
# told: true author g_step: old gradients times zero
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    """One step of gradient descent for G, in place; loss(D's logits of fakes) -> (). D stays as it is."""
    for p in G.parameters():
        if p.grad is not None:
            p.grad *= 0
    D.requires_grad_(False)
    loss(D(G(z))).backward()
    D.requires_grad_(True)
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
