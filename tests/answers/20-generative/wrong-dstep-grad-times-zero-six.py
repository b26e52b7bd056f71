# because: forgets old gradients by multiplying them with 0, which leaves nan where the old gradient was inf or nan
# batch: 6
# told: true author d_step: old gradients times zero
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    """One step of gradient descent for D, in place; loss(D's logits of real, of fakes) -> (). G stays as it is."""
    for p in D.parameters():
        if p.grad is not None:
            p.grad *= 0
    fake = G(z).detach()
    loss(D(real), D(fake)).backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
