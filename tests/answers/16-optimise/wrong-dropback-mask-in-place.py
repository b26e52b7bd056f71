# fails: dropout_backward: result, and the mask afterwards
# because: turns the caller's mask round in place
# batch: 4
# told: true author dropout-back: the mask turned round in place
# %% solution-dropout-back
def dropout_backward(dout, p, mask, training):
    """dout (..), and p, mask, training as they were in the forward pass -> dx (..)."""
    if not training:
        return dout
    return dout.masked_fill(mask.logical_not_(), 0) / (1 - p)
