# because: puts only the BatchNorm layers of the frozen children into eval mode: dropout in there stays in training mode (and the other layers of a free child are not put back into training mode)
# batch: 6
# told: true author freeze: only BatchNorm in eval mode
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    for name, child in model.named_children():
        free = name in but
        for p in child.parameters():
            p.requires_grad = free
        for m in child.modules():
            # only these have running statistics
            if isinstance(m, (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d)):
                m.train(free)
