# fails: g_step: what the discriminator learns next
# because: does not freeze D, so the backward pass writes into the gradients of D's parameters
# batch: 1
# told: true author g_step: D not frozen
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    """One step of gradient descent for G, in place; loss(D's logits of fakes) -> (). D stays as it is."""
    for p in G.parameters():
        p.grad = None
    loss(D(G(z))).backward()
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
