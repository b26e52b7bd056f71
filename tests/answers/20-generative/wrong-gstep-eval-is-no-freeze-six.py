# because: takes D.eval() for freezing; it freezes nothing, so the step adds its gradients to the .grad of D's parameters
# batch: 6
# told: true author g_step: D not frozen
# %% solution-g-step
def g_step(G, D, loss, z, lr):
    """One step of gradient descent for G, in place; loss(D's logits of fakes) -> (). D stays as it is."""
    G.zero_grad()
    D.eval()  # no learning for D now
    fake = G(z)
    loss(D(fake)).backward()
    D.train()
    with torch.no_grad():
        for p in G.parameters():
            p -= lr * p.grad
