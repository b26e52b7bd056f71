# fails: wavenet, shapes of the parameters
# because: Every level's linear layer takes 2 n_embd numbers; that is right for the first level only, above it two vectors of n_hidden come in.
# batch: 1
# told: true author wavenet, width of the embedding throughout
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    # append the levels, then the linear layer to the logits
    T = block
    while T > 1:
        layers += [FlattenConsecutive(2), Linear(2 * n_embd, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh()]
        T //= 2
    layers.append(Linear(n_hidden, V, g))
    return Sequential(*layers)
