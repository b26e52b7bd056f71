# because: The gradients are cleared only after the move: whatever was in p.grad before the first call (left by somebody else's backward) still counts; clear first, then backward, then move.
# batch: 1
# told: true author descend: cleared afterwards only
# %% solution-descend
def descend(params, loss, lr):
    loss.backward()
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad.zero_()
