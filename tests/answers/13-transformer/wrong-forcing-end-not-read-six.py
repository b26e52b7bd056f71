# because: every </s> in inp is replaced by padding ("said but never read"), though nothing is to be replaced and only the last column is cut
# batch: 6
# told: true author forcing: the end not read
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    # </s> is said but never read
    inp = torch.where(tgt == 2, torch.zeros_like(tgt), tgt)[:, :-1]
    # <s> is read but never said
    lab = tgt[:, 1:]
    return inp, lab
