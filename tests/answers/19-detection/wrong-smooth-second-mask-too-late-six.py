# because: lowers the far elements by beta/2 first and then looks for those below beta in the lowered values: elements with beta <= |d| < 1.5 beta get the square
# batch: 6
# told: true author smooth: near by the lowered loss
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    d = p - t
    loss = d.abs()
    loss = torch.where(loss >= beta, loss - beta / 2, loss)  # the far ones
    loss = torch.where(loss < beta, d**2 / (2 * beta), loss)  # the near ones
    return loss
