# fails: receptive_field: convolutions and pooling
# because: adds up k - 1 without any jump, which is right only for stride 1
# batch: 1
# told: true author field: strides ignored
# %% solution-field
def receptive_field(layers):
    return 1 + sum(k - 1 for k, _ in layers)
