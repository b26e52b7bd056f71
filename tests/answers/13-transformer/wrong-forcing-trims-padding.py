# fails: *
# because: Columns in which all texts have padding are cut off too; no column but the last (of inp) and the first (of lab) is cut.
# batch: 2
# told: true author forcing: columns of padding cut off
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    longest = int((tgt != 0).sum(1).max())
    tgt = tgt[:, :longest]
    inp, lab = tgt[:, :-1], tgt[:, 1:]
    return inp, lab
