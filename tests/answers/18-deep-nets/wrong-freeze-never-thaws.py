# fails: freeze: thawed later
# because: only freezes and never switches anything on again, so what was frozen before stays so
# batch: 1
# told: true author freeze: never thawed
# %% solution-freeze
def freeze(model, but):
    for name, child in model.named_children():
        if name not in but:
            child.requires_grad_(False)
            child.eval()
