# because: cuts the graph by freezing G's parameters and never unfreezes them, so G cannot learn any more
# batch: 6
# told: true author d_step: G stays frozen
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    """One step of gradient descent for D, in place; loss(D's logits of real, of fakes) -> (). G stays as it is."""
    for p in D.parameters():
        p.grad = None
    for p in G.parameters():
        p.requires_grad_(False)
    fake = G(z)
    l = loss(D(real), D(fake))
    l.backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
