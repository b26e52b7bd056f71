# fails: wavenet, shapes of the parameters; wavenet, logits
# because: One level is missing: the loop stops when two positions are left, and the logits come out as (B, 2, V).
# batch: 2
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    width = n_embd
    while block > 2:
        layers += [FlattenConsecutive(2), Linear(2 * width, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh()]
        width = n_hidden
        block = block // 2
    layers.append(Linear(n_hidden, V, g))
    return Sequential(*layers)
