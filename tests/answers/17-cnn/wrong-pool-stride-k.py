# fails: maxpool: windows that overlap
# because: moves the window by k, as if windows always lay side by side, and never uses the stride
# batch: 1
# told: true author maxpool: stride taken for k
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad), value=float("-inf"))
    w = xp.unfold(2, k, k).unfold(3, k, k)
    return w.flatten(4).max(-1).values
