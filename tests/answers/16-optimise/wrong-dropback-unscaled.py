# fails: dropout_backward, in training
# because: only masks the gradient; a survivor was multiplied by 1/(1-p), so its gradient must be too
# batch: 1
# told: true author dropout-back: not scaled
# %% solution-dropout-back
def dropout_backward(dout, p, mask, training):
    """dout (..), and p, mask, training as they were in the forward pass -> dx (..)."""
    if training:
        return dout * mask
    return dout
