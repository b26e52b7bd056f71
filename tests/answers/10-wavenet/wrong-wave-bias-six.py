# because: the levels' linear layers keep their bias (bias=False forgotten)
# batch: 6
# told: true author wavenet, a dead bias
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    fan_in = n_embd
    positions = block
    while positions > 1:
        layers.extend([FlattenConsecutive(2), Linear(fan_in * 2, n_hidden, g), BatchNorm(n_hidden), Tanh()])
        fan_in = n_hidden
        positions //= 2
    layers.append(Linear(n_hidden, V, g))
    return Sequential(*layers)
