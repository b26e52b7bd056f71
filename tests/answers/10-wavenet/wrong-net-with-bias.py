# fails: wavenet, shapes of the parameters; wavenet, numbers to learn
# because: The levels' linear layers keep their bias; BatchNorm subtracts it at once, so bias=False is asked for.
# batch: 2
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    width = n_embd
    while block > 1:
        layers += [FlattenConsecutive(2), Linear(2 * width, n_hidden, g), BatchNorm(n_hidden), Tanh()]
        width = n_hidden
        block = block // 2
    layers.append(Linear(n_hidden, V, g))
    return Sequential(*layers)
