# because: the upper levels are one and the same list of layer objects repeated: they share weights and BatchNorm
# batch: 6
# told: true author wavenet, the upper levels one and the same
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    n_levels = block.bit_length() - 1
    first = [FlattenConsecutive(2), Linear(2 * n_embd, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh()]
    upper = [FlattenConsecutive(2), Linear(2 * n_hidden, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh()]
    layers = layers + first + upper * (n_levels - 1)
    layers.append(Linear(n_hidden, V, g))
    return Sequential(*layers)
