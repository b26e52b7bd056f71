# because: always exactly three levels: right for block = 8 only
# batch: 6
# told: true author wavenet, always three levels
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    layers += [FlattenConsecutive(2), Linear(n_embd * 2, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh()]
    layers += [FlattenConsecutive(2), Linear(n_hidden * 2, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh()]
    layers += [FlattenConsecutive(2), Linear(n_hidden * 2, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh()]
    layers += [Linear(n_hidden, V, g)]
    return Sequential(*layers)
