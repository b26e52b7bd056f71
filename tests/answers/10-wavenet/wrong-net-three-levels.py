# fails: *
# because: Three levels are built whatever block is; the number of levels depends on block.
# batch: 2
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    fan_in = 2 * n_embd
    for _ in range(3):
        layers += [FlattenConsecutive(2), Linear(fan_in, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh()]
        fan_in = 2 * n_hidden
    layers += [Linear(n_hidden, V, g)]
    return Sequential(*layers)
