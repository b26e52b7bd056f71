# fails: *
# because: Columns at the end in which every text has padding are cut off, so inp and lab are shorter than T; the views are all columns but the last and all but the first.
# batch: 1
# told: true author forcing: columns of padding cut off
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    longest = int((tgt != 0).sum(1).max())
    rows = tgt[:, :longest]  # nothing but <pad> behind
    inp = rows[:, :-1]
    lab = rows[:, 1:]
    return inp, lab
