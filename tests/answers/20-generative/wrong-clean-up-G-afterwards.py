# fails: *
# because: Instead of cutting the graph the student lets gradients flow into G and then wipes G's .grad, which destroys what was in it before; G's .grad must stay.
# batch: 2
# told: true author d_step: the generator cleared as well
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    """One step of gradient descent for D, in place; loss(D's logits of real, of fakes) -> (). G stays as it is."""
    D.zero_grad(set_to_none=True)
    loss(D(real), D(G(z))).backward()
    G.zero_grad()  # it should not learn from this
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
