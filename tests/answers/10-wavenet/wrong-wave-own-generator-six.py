# because: makes a generator of its own and ignores the argument g for all layers after the embedding: the same weights whatever g is
# batch: 6
# told: true author wavenet, a generator of its own
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    g = torch.Generator().manual_seed(2147483647)
    width = n_embd
    for _ in range(block.bit_length() - 1):
        layers += [FlattenConsecutive(2), Linear(width * 2, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh()]
        width = n_hidden
    layers += [Linear(width, V, g)]
    return Sequential(*layers)
