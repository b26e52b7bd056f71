# fails: freeze: a new head
# because: freezes the parameters only; the frozen BatchNorm layers stay in training mode and their running statistics drift
# batch: 1
# told: true author freeze: buffers not frozen
# %% solution-freeze
def freeze(model, but):
    for name, child in model.named_children():
        child.requires_grad_(name in but)
