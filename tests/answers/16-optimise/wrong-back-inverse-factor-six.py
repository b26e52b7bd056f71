# because: multiplies the gradient of the survivors by 1-p, as if the way back had to undo the scaling, instead of by 1/(1-p)
# batch: 6
# told: true author dropout-back: undone
# %% solution-dropout-back
def dropout_backward(dout, p, mask, training):
    """dout (..), and p, mask, training as they were in the forward pass -> dx (..)."""
    if not training:
        return dout.clone()
    dx = torch.zeros_like(dout)
    dx[mask] = dout[mask] * (1 - p)   # forward divided, so backward multiplies
    return dx
