# fails: *
# because: Three levels are written out, which is right for block = 8 only; the number of levels is log2 of block.
# batch: 1
# told: true author wavenet, always three levels
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    # append the levels, then the linear layer to the logits
    layers += [
        FlattenConsecutive(2), Linear(n_embd * 2, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh(),
        FlattenConsecutive(2), Linear(n_hidden * 2, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh(),
        FlattenConsecutive(2), Linear(n_hidden * 2, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh(),
        Linear(n_hidden, V, g),
    ]
    return Sequential(*layers)
