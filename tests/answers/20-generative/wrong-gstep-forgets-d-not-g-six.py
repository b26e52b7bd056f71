# because: copied from d_step: clears the gradients of D instead of those of G, so what G had in .grad before still counts
# batch: 6
# told: true author g_step: old gradients stay
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    """One step of gradient descent for G, in place; loss(D's logits of fakes) -> (). D stays as it is."""
    for p in D.parameters():
        p.grad = None
        p.requires_grad_(False)
    score = loss(D(G(z)))
    score.backward()
    for p in D.parameters():
        p.requires_grad_(True)
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
