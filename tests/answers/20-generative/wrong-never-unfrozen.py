# fails: g_step: what the discriminator learns next
# because: D is frozen and never unfrozen, so it cannot learn any more; switch requires_grad on again after backward.
# batch: 2
# told: true author g_step: D stays frozen
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    """One step of gradient descent for G, in place; loss(D's logits of fakes) -> (). D stays as it is."""
    G.zero_grad()
    for p in D.parameters():
        p.requires_grad_(False)
    loss(D(G(z))).backward()
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
