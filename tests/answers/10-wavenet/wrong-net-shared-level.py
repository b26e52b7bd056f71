# fails: wavenet, logits
# because: All upper levels are the same layer objects, appended again and again, so they share one weight matrix; each level has its own.
# batch: 2
# told: true author wavenet, the upper levels one and the same
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    first = [FlattenConsecutive(2), Linear(2 * n_embd, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh()]
    upper = [FlattenConsecutive(2), Linear(2 * n_hidden, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh()]
    levels = block.bit_length() - 1
    layers += first + upper * (levels - 1)
    layers.append(Linear(n_hidden, V, g))
    return Sequential(*layers)
