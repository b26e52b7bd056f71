# because: the input of every level is taken as 2 n_embd wide, also above the first: fails unless n_embd == n_hidden (and the shapes are wrong)
# batch: 6
# told: true author wavenet, width of the embedding throughout
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    T = block
    while T > 1:
        layers += [
            FlattenConsecutive(2),
            Linear(2 * n_embd, n_hidden, g, bias=False),
            BatchNorm(n_hidden),
            Tanh(),
        ]
        T //= 2
    layers.append(Linear(n_hidden, V, g))
    return Sequential(*layers)
