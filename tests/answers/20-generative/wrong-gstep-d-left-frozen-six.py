# because: freezes D and never switches it on again, so D cannot learn any more
# batch: 6
# told: true author g_step: D stays frozen
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    """One step of gradient descent for G, in place; loss(D's logits of fakes) -> (). D stays as it is."""
    G.zero_grad()
    D.requires_grad_(False)  # D is the judge
    loss(D(G(z))).backward()
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
