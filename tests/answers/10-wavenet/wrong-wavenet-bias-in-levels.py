# fails: wavenet, shapes of the parameters
# because: The levels' linear layers keep their bias; before BatchNorm it does nothing and bias=False is asked for.
# batch: 1
# told: true author wavenet, a dead bias
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    # append the levels, then the linear layer to the logits
    width = n_embd
    positions = block
    while positions != 1:
        layers.extend([FlattenConsecutive(2), Linear(2 * width, n_hidden, g), BatchNorm(n_hidden), Tanh()])
        width = n_hidden
        positions = positions // 2
    layers.append(Linear(width, V, g))
    return Sequential(*layers)
