# because: does not detach but calls G.zero_grad() afterwards, which also wipes out what G had in .grad before the step
# batch: 6
# told: true author d_step: the generator cleared as well
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    """One step of gradient descent for D, in place; loss(D's logits of real, of fakes) -> (). G stays as it is."""
    D.zero_grad()
    fake = G(z)
    loss(D(real), D(fake)).backward()
    G.zero_grad()  # throw away what ran into the generator
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
