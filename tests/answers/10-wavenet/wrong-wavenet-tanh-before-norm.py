# fails: wavenet, logits
# because: Tanh stands before BatchNorm; the order of a level is flatten, linear, BatchNorm, tanh (the parameters look the same).
# batch: 1
# told: true author wavenet, tanh before BatchNorm
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    # append the levels, then the linear layer to the logits
    def level(fan_in):
        return [FlattenConsecutive(2), Linear(fan_in, n_hidden, g, bias=False), Tanh(), BatchNorm(n_hidden)]

    layers += level(2 * n_embd)
    for _ in range(block.bit_length() - 2):
        layers += level(2 * n_hidden)
    layers.append(Linear(n_hidden, V, g))
    return Sequential(*layers)
