# fails: d_step: what the generator learns next
# because: does not cut the graph, so the backward pass writes gradients into the generator as well
# batch: 1
# told: true author d_step: no detach
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    """One step of gradient descent for D, in place; loss(D's logits of real, of fakes) -> (). G stays as it is."""
    for p in D.parameters():
        p.grad = None
    fake = G(z)
    L = loss(D(real), D(fake))
    L.backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
