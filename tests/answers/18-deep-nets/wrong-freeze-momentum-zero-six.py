# because: sets the momentum of the frozen BatchNorms to 0 instead of eval mode: they go on normalising with the batch's statistics and counting batches, and after thawing the momentum is still 0
# batch: 6
# told: true author freeze: momentum 0, and never again another
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    for name, child in model.named_children():
        if name in but:
            child.requires_grad_(True)
            child.train()
        else:
            child.requires_grad_(False)
            for layer in child.modules():
                if isinstance(layer, nn.BatchNorm2d):
                    layer.momentum = 0.0   # running stats stay where they are
