# because: columns in which all texts have padding are cut off first, so the results are shorter than T where the whole batch ends in padding
# batch: 6
# told: true author forcing: columns of padding cut off
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    longest = int((tgt != 0).sum(dim=1).max())
    tgt = tgt[:, :longest]  # no need to compute columns of pure padding
    inp, lab = tgt[:, :-1], tgt[:, 1:]
    return inp, lab
