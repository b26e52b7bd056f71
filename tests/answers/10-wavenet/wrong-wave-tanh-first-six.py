# because: BatchNorm after the Tanh instead of before it
# batch: 6
# told: true author wavenet, tanh before BatchNorm
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    width = n_embd
    while block > 1:
        layers.append(FlattenConsecutive(2))
        layers.append(Linear(2 * width, n_hidden, g, bias=False))
        layers.append(Tanh())
        layers.append(BatchNorm(n_hidden))
        width = n_hidden
        block = block // 2
    layers.append(Linear(n_hidden, V, g))
    return Sequential(*layers)
