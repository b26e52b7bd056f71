# fails: d_step: what the generator learns next
# because: The fakes are not detached, so backward writes gradients into G as well; cut them off with detach().
# batch: 2
# told: true author d_step: no detach
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    """One step of gradient descent for D, in place; loss(D's logits of real, of fakes) -> (). G stays as it is."""
    D.zero_grad()
    fake = G(z)
    loss(D(real), D(fake)).backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
