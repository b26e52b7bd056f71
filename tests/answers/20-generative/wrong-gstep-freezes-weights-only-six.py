# because: freezes only D's weight matrices and forgets the biases, whose .grad this step then adds to
# batch: 6
# told: true author g_step: only the matrices frozen
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    """One step of gradient descent for G, in place; loss(D's logits of fakes) -> (). D stays as it is."""
    for p in G.parameters():
        p.grad = None
    matrices = [p for p in D.parameters() if p.dim() == 2]
    for W in matrices:
        W.requires_grad_(False)
    loss(D(G(z))).backward()
    for W in matrices:
        W.requires_grad_(True)
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
