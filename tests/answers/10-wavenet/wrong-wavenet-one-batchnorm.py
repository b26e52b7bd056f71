# fails: *
# because: One BatchNorm object is made before the loop and used in all levels, so they share gain, bias and running statistics; every level needs a layer of its own.
# batch: 1
# told: true author wavenet, one BatchNorm for all levels
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    # append the levels, then the linear layer to the logits
    join, norm, squash = FlattenConsecutive(2), BatchNorm(n_hidden), Tanh()
    n_in = 2 * n_embd
    while block > 1:
        layers += [join, Linear(n_in, n_hidden, g, bias=False), norm, squash]
        n_in = 2 * n_hidden
        block //= 2
    layers.append(Linear(n_hidden, V, g))
    return Sequential(*layers)
